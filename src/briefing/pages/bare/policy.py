"""What a page may load and run: files of its own site, nothing written into it, nothing from elsewhere.

The policy stands in each page (Content Security Policy Level 3, as a meta element), so that it holds on any server and
from disk. It does not say who may put a page in a frame: the card of a claim is made for that.
"""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
