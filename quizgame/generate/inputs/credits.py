"""Taking out of a paragraph what is no part of its sentences: references, credits of pictures, end marks."""

import re

__all__ = ["bare"]

_REFERENCE = re.compile(
    r" ?\[(?:\d{1,3}(?:[,–-] ?\d{1,3}){0,5}|(?:note|nb|ref|fn|n) \d{1,3}|\^[^\]\n]{1,30}|edit|update|dubious"
    r"|failed verification|(?:better source|page|verification|citation|clarification|year|date) (?:needed|missing)"
    r"|original research\??|(?:who|when|where|by whom|according to whom|which|how many|vague)\?)\]"
    r"|(?<=[\w.,;:!?)\]])\[[a-z]\](?!\w)|(?:(?<=[.,;\"”)])|(?<=[^\W\d_]{3}))[¹²³⁰⁴-⁹]{1,3}(?=[\s.,]|$)"
)
_MARKED = (
    "Photo|Image|Picture|Pictured|Photograph|Credit|Illustration|Graphic|Courtesy|Copyright|©|File photo|Getty|AP Photo"
)
_CREDIT = re.compile(
    rf" *(?:\((?:[A-Z][\w. ]{{0,40}}/[^()\n]{{2,60}}|(?:{_MARKED})[^()\n]{{2,80}})\)"
    rf"|\[(?:[A-Z][\w. ]{{0,40}}/[^\[\]\n]{{2,60}}|(?:{_MARKED})[^\[\]\n]{{2,80}})\])(?=\s|$)"
)
_LAST_CREDIT = re.compile(
    r"(?:^|(?<=[.!?\"”)]) *|  +| (?=Image: ))(?:File )?(?:Photos?|Images?|Pictures?|Photographs?|Illustrations?|Video)"
    r"(?: credit)?(?:: | by |/)[^\n]{2,70}$|(?:^|(?<=[.!?\"”)]) *)(?:©|Copyright ©?|Credit:|Courtesy of )[^\n]{2,90}$"
)
_END_MARKS = re.compile(r"\s*(?:[■◼▪█●◆∎□]+|\(END\)|\bEnditem|\b-30-|(?<=\s)###|(?<=\s)ENDS?)\s*$")


def bare(paragraph: str) -> str:
    """A paragraph as its author spoke it: empty where it was nothing but a credit."""
    told = _END_MARKS.sub("", paragraph[-80:])
    kept = _REFERENCE.sub("", _CREDIT.sub("", paragraph[:-80] + told))
    last = kept[-100:]
    return (kept[:-100] + _LAST_CREDIT.sub("", last) if len(kept) > 100 else _LAST_CREDIT.sub("", last)).strip()
