from __future__ import annotations

import re
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.pack import Theme
from briefing.languages.fr.themes import vocabulary as lists
from briefing.languages.fr.themes.inflection import feminine, noun_forms, plural
from briefing.languages.fr.themes.nations import nations
from briefing.languages.fr.themes.position import tokens
from briefing.languages.fr.themes.setting import spoken_of
from briefing.languages.fr.themes.themes import themes
from briefing.languages.fr.themes.vocabulary import classes, false_friends, kinship, opposite, vocabulary
from briefing.languages.fr.verbs import analyse, infinitives

MARK = re.compile(r"\[([^\]]+)\]")
CLASSES = classes().values()
HOMOGRAPHS = {id(entry): entry for entry in vocabulary().homographs.values()}.values()


def _unmarked(example: str) -> tuple[str, int, int]:
    """The sentence without brackets, and the span of the words that stood in them."""
    mark = MARK.search(example)
    assert mark, example
    return example[: mark.start()] + mark[1] + example[mark.end() :], mark.start(), mark.start() + len(mark[1])


def _within(example: str) -> set[str]:
    """The classes found inside the brackets."""
    text, start, end = _unmarked(example)
    return {theme.name for theme in themes(text) if theme.start < end and theme.end > start}


@pytest.mark.parametrize("entry", CLASSES, ids=lambda e: e.name)
def test_an_example_shows_its_class(entry: lists.ThemeClass) -> None:
    """Exactly the words in brackets get the class, and in a counter-example they do not."""
    text, start, end = _unmarked(entry.example)
    assert Theme(entry.name, start, end) in themes(text)
    if entry.counter:
        assert entry.name not in _within(entry.counter)


@pytest.mark.parametrize("entry", HOMOGRAPHS, ids=lambda e: e.words[0])
def test_a_homograph_is_told_apart(entry: lists.Homograph) -> None:
    """The words in brackets get the class in the example and not in the counter-example."""
    assert _within(entry.example) == {entry.shows}
    assert entry.counter is None or entry.shows not in _within(entry.counter)
    assert {entry.noun, entry.verb, entry.open, entry.shows} - {None} <= set(classes())
    assert entry.why


@pytest.mark.parametrize("entry", false_friends(), ids=lambda e: (e.words + e.verbs)[0])
def test_a_false_friend_says_nothing(entry: lists.FalseFriend) -> None:
    """The set phrase gets no class, and without the list it would."""
    assert _within(entry.counter) == set()
    for listed in entry.words + entry.verbs:
        assert any(_means(token.word) for token in tokens(listed)), listed


def _means(word: str) -> bool:
    lemmas = {form.lemma for form in analyse(word)}
    listed = word in vocabulary().nouns or bool(lemmas & (set(vocabulary().verbs) | set(vocabulary().pronominal)))
    return listed or word in vocabulary().homographs or nations(word) != ()


@pytest.mark.parametrize("entry", CLASSES, ids=lambda e: e.name)
def test_every_listed_word_leads_to_its_class(entry: lists.ThemeClass) -> None:
    """Each noun and adjective after an article, each verb after a pronoun."""
    for noun in entry.nouns:
        assert [t.name for t in themes(f"Le {noun}")] == [entry.name], noun
    for verb in entry.verbs:
        before = "" if verb.startswith(("se ", "s'", "l'")) else "de "
        assert entry.name in {t.name for t in themes(f"Il vient {before}{verb}.")}, verb


def test_every_verb_conjugates() -> None:
    """A verb that the pack does not know would never be found."""
    listed = {verb.infinitive for verb in lists._verbs()}  # noqa: SLF001 - the list as written
    assert listed - infinitives() == set()


def test_no_word_belongs_to_two_classes() -> None:
    """Unless the homographs say how to tell which."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for form, theme in lists._nouns():  # noqa: SLF001 - the lists before they are turned over
        found[form].add(theme or "false friend")
    assert {form: names for form, names in found.items() if len(names) > 1} == {}
    verbs: dict[tuple[str, tuple[str, ...], tuple[str, ...]], set[str | None]] = defaultdict(set)
    for verb in lists._verbs():  # noqa: SLF001
        verbs[verb[:3]].add(verb.theme)
    assert {verb: names for verb, names in verbs.items() if len(names) > 1} == {}
    assert sorted(word for word, theme in vocabulary().nouns.items() if _also(word) - {theme}) == []


def _also(word: str) -> set[str]:
    """The classes that a noun has as a verb form, where no homograph tells them apart."""
    if word in vocabulary().homographs:
        return set()
    lemmas = {form.lemma for form in analyse(word) if not (word.endswith("es") and form.tense == "present")}
    bound = {entry.theme for lemma in lemmas if (entry := vocabulary().pronominal.get(lemma)) and entry.theme}
    return bound | {vocabulary().verbs[lemma] for lemma in lemmas if lemma in vocabulary().verbs}


def test_no_verb_form_belongs_to_two_classes() -> None:
    """« conclut » of one verb only; two infinitives that share a form share their class."""
    forms = set(chain.from_iterable(_some_forms(verb) for verb in vocabulary().verbs))
    shared = {form: {vocabulary().verbs.get(f.lemma) for f in analyse(form)} - {None} for form in sorted(forms)}
    assert {form: names for form, names in shared.items() if len(names) > 1} == {}


def _some_forms(verb: str) -> Iterator[str]:
    stem = verb.removesuffix("er").removesuffix("ir").removesuffix("re")
    yield from (
        stem + ending for ending in ("e", "ent", "é", "ée", "it", "issent", "i", "ie", "u", "ue", "t", "ait", "a")
    )


def test_classes_are_akin() -> None:
    """A broader class has none above it, opposites are mutual, and kinship is symmetric."""
    for entry in CLASSES:
        if entry.broader:
            assert classes()[entry.broader].broader is None, entry.name
        if entry.opposite:
            assert opposite(entry.opposite) == entry.name
    assert kinship("action/envoyer", "action/envoyer") == 1
    assert kinship("action/envoyer", "action/arriver") == kinship("action/arriver", "action/envoyer") == 0.5
    assert kinship("chose/missile", "chose/arme") == kinship("chose/arme", "chose/missile") == 0.5
    assert kinship("chose/missile", "action/arriver") == 0


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("Deux randonneurs sont morts.", "Une coulée de boue a causé le décès de deux randonneurs.", {"action/mourir"}),
        (
            "Le Sénat a ratifié la convention.",
            "La ratification du traité est acquise.",
            {"action/adopter", "chose/accord"},
        ),
        ("L'aciériste licencie.", "Un plan social chez l'aciériste.", {"action/licencier"}),
        ("Les tarifs grimpent.", "La hausse des prix continue.", {"action/augmenter", "chose/prix"}),
        ("Deux cents gendarmes dépêchés.", "L'envoi de policiers.", {"action/envoyer", "chose/police"}),
        ("Trois suspects interpellés.", "L'arrestation d'un suspect.", {"action/arreter", "chose/suspect"}),
        ("La CGT a fait grève.", "Le débrayage a duré.", {"action/faire-greve"}),
        ("Le lycée rouvre.", "La réouverture de l'école.", {"action/ouvrir", "chose/ecole"}),
        ("Elle s'est rendue à Oslo.", "En visite à Oslo.", {"action/visiter"}),
        ("Le ministre a rendu sa copie.", "Le ministre s'est rendu à Oslo.", {"chose/ministre"}),
        ("Les loyers baissent.", "Les loyers montent en flèche : la hausse atteint 3 %.", {"chose/loyer"}),
        ("Le livre est paru.", "L'usine livre mille vélos.", set()),
    ],
)
def test_statements_share_what_they_say(one: str, other: str, shared: set[str]) -> None:
    """Other words for the same event share its classes; the same letters for another thing do not."""
    assert {theme.name for theme in themes(one)} & {theme.name for theme in themes(other)} == shared


@pytest.mark.parametrize(
    ("singular", "expected"),
    [
        (("mise", "en", "examen"), ("mises", "en", "examen")),
        (("force", "armée"), ("forces", "armées")),
        (("tribunal",), ("tribunaux",)),
        (("feu", "de", "forêt"), ("feux", "de", "forêt")),
        (("virus",), ("virus",)),
        (("travail",), ("travaux",)),
    ],
)
def test_plurals(singular: tuple[str, ...], expected: tuple[str, ...]) -> None:
    """A phrase takes its plural down to its first preposition."""
    assert expected in set(noun_forms(singular))


def test_feminines() -> None:
    """By the ending of the masculine."""
    pairs = [("policier", "policière"), ("pénal", "pénale"), ("atomique", "atomique"), ("belliqueux", "belliqueuse")]
    assert [feminine(he) for he, _ in pairs] == [she for _, she in pairs]
    assert plural("réseau") == "réseaux"


def test_typography_does_not_matter() -> None:
    """Curly apostrophes, narrow spaces, capitals without accents; offsets are those of the text."""
    assert themes("L’Etat d’urgence.")[0] == Theme("chose/etat-d-urgence", 2, 16)
    assert [t.name for t in themes("1\u202f500 militaires")] == ["chose/soldat"]
    assert [t.name for t in themes("Annonce-t-il un cessez\u2011le\u2011feu ?")] == [
        "action/annoncer",
        "chose/cessez-le-feu",
    ]


def test_nations() -> None:
    """The adjective tells the country, in every form, with and without accents on capitals."""
    text = "Les députées suédoises, un sous-marin sud-coréen et des Egyptiens."
    assert [(place, text[a:b]) for place, a, b in nations(text)] == [
        ("suede", "suédoises"),
        ("coree-du-sud", "sud-coréen"),
        ("egypte", "Egyptiens"),
    ]
    assert nations("Une île de l'océan Indien.") == ()
    assert nations("Rien de tel.") == ()
    assert [theme.name for theme in spoken_of("L'armée suédoise déploie un drone.")] == [
        "chose/armee",
        "nation/suede",
        "action/deployer",
        "chose/drone",
    ]


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    """No text raises; spans lie in the text, in order, without overlap."""
    end = 0
    for theme in themes(text):
        assert end <= theme.start < theme.end <= len(text)
        end = theme.end
    for _, start, stop in nations(text):
        assert 0 <= start < stop <= len(text)


def test_speed() -> None:
    """Linear: a megabyte in one line takes no longer a word than a page (generous, the machine is shared)."""
    text = " ".join(MARK.sub(r"\1", entry.example) for entry in CLASSES)
    many = text * (1_000_000 // len(text))
    themes(text)
    began = time.process_time()
    found = themes(many)
    assert time.process_time() - began < 5
    assert len(found) > 10_000
