// One click copies what a page offers to copy; the buttons are only there where a script can do it.
(() => {
  "use strict";
  const copied = async element => {
    try { await navigator.clipboard.writeText(element.textContent.trim()); } catch {
      getSelection().selectAllChildren(element);
      document.execCommand("copy");
    }
  };
  for (const button of document.querySelectorAll("button[data-copies]")) {
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await copied(document.getElementById(button.dataset.copies));
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = words; }, 2500);
    });
  }
})();
