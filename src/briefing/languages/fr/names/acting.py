"""When a city or a palace acts: « Pékin dément », « selon Kaboul », « a répondu Matignon »; not « Oslo grandit »."""

from __future__ import annotations

import re

from briefing.languages.fr.names.lists import words
from briefing.languages.fr.verbs import analyse

_WORD = re.compile(r" ?([a-zà-ÿœ]+'?)")
_ASIDE = re.compile(r",[^,.;:\n]{2,80},")
_AND_ANOTHER = re.compile(r" (?:et|comme|ni) (?:le |la |les |l')?[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?")
_ARTICLE = re.compile(r"(?:\ble |\bla |\bl')$", re.IGNORECASE)
_LAST_WORD = re.compile(r"([\wà-ÿ]+'?(?:[\wà-ÿ]+)?)(?:-t-il|-t-elle)? ?$")
_REFLEXIVE = ("s'est", "se sont", "s'était", "s'étaient")
_WORDS_TO_VERB = 6
_BEFORE = 40


def acts(text: str, start: int, end: int) -> bool:
    """Whether the name at `start` to `end` is the subject of a verb of speech or decision, or a source."""
    before = _ARTICLE.sub("", text[max(0, start - _BEFORE) : start])
    found = _LAST_WORD.search(before)
    last = found[1].lower() if found else ""
    if last in words("sources"):
        return True
    if _is_act(last) and text[end : end + 1] in tuple(",.;:»"):
        return True
    return last not in words("before objects") and _does(text, end)


def _does(text: str, end: int) -> bool:
    """Whether a verb of speech or decision follows, after an aside, a second subject, pronouns and auxiliaries."""
    for skipped in (_ASIDE, _AND_ANOTHER):
        aside = skipped.match(text, end)
        end = aside.end() if aside else end
    for reflexive in _REFLEXIVE:
        end += len(reflexive) + 1 if text.startswith(f" {reflexive} ", end) else 0
    for _ in range(_WORDS_TO_VERB):
        found = _WORD.match(text, end)
        if found is None or _is_act(found[1]):
            return found is not None
        if found[1] not in words("before acts") and not found[1].endswith("ment"):
            return False
        end = found.end()
    return False


def _is_act(word: str) -> bool:
    return any(form.lemma in words("acts") for form in analyse(word))
