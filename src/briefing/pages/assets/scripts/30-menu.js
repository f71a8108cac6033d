// The theme opens its menu and its search with labels, which no key reaches: each becomes a button. Escape closes the menu.
(() => {
  "use strict";
  for (const label of document.querySelectorAll("label.md-header__button:is([for=__drawer], [for=__search])")) {
    const toggle = document.getElementById(label.htmlFor), button = document.createElement("button");
    const tell = () => button.setAttribute("aria-expanded", String(toggle.checked));
    Object.assign(button, {type: "button", className: label.className, ariaLabel: label.title});
    button.setAttribute("for", label.htmlFor); // the theme's styles ask for it
    button.append(...label.childNodes);
    button.addEventListener("click", () => toggle.click());
    toggle.addEventListener("change", tell);
    tell();
    label.replaceWith(button);
    if (toggle.id !== "__drawer") continue;
    toggle.addEventListener("change", () => { if (toggle.checked) document.querySelector(".menu a")?.focus(); });
    addEventListener("keydown", event => {
      if (event.key !== "Escape" || !toggle.checked) return;
      toggle.click();
      button.focus();
    });
  }
})();
