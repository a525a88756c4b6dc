"""Files that are made to take time or memory: their names, and what makes each with the format to read it in."""

import zipfile
from functools import partial

from quizgame.core.pack import Pack, Question
from quizgame.storage.exporting import export
from tests.fuzz import workbooks
from tests.fuzz.fuzz import FORMATS
from tests.fuzz.seeds import PLAIN, SIGNS, WORDS
from tests.fuzz.workbooks import BOOK, SHEET, STYLES, TYPES

MEGABYTE = 1 << 20
PLACES = {"stem": "STEM", "answer": "KEY", "distractor": "WRONG", "tag": "TAG", "explanation": "TOLD"}
_DEEP = 100_000
_MANY = 3_000
"""So many questions stand below something that holds for all of them."""
_SOURCES, _TABLES = 80_000, 1_500_000

# Texts and marks


def long_text(format, place, megabytes):
    """A file of three questions; one text of the middle one is far too long, and a single line."""
    middle = Question(
        id="q-2", stem="STEM", answer="KEY", distractors=("no", "WRONG"), explanation="TOLD", tags=("TAG",)
    )
    first, last = (Question(id=f"q-{n}", stem=f"What is {n}?", answer="yes", distractors=("no",)) for n in (1, 3))
    three = export(Pack(id="three", title="Three", questions=(first, middle, last)), format).data
    text = b"long text " * (megabytes * MEGABYTE // 10)
    return format, three.replace(PLACES[place].encode(), text.strip())


_SIGNS = "(){}[]<>=~#&%:;,.|\"'\\/^ax0-+_* "
_STARTS = (
    "<p ",
    "<!--",
    "&#",
    "\n",
    "a\n",
    '"\n',
    "a,",
    "{}\n",
    "=a",
    "~a",
    "# ",
    "x=",
    '"a\n"',
    "a.",
    "a . ",
    "a\u0301",
)


def marks_of(format):
    """What a format is made of, and what any is."""
    return dict.fromkeys([*WORDS[format].split(), *SIGNS, *_SIGNS, *_STARTS])


def repeated(format, mark):
    """One mark again and again within the first question of a file; what makes lines, and so items, less often."""
    text = export(PLAIN, format).data
    middle = text.index(b"How cold")
    size = MEGABYTE // (16 if "\n" in mark else 2)
    return format, text[:middle] + (mark * (size // len(mark.encode()))).encode() + text[middle:]


NESTS = {
    "opentdb": [("[", "]"), ('{"results":', "}"), ('[{"question":', "}]"), ('{"results":[', "]}")],
    "moodle": [("<quiz>", "</quiz>"), ("<question>", "</question>"), ("<!--", "-->"), ("<![CDATA[", "]]>")],
    "gift": [("{", "}"), ("{=", "}"), ("::", "::"), ("{~{", "}}"), ("\\{", "}")],
    "mdbook": [("a=[", "]"), ("[", "]"), ("a={a=", "}"), ("a.", "=1"), ("[a.", "]"), ('"""', '"""')],
    "anki": [("<b>", "</b>"), ("<ul><li>", "</li></ul>"), ("{{c1::", "}}"), ('"', '"')],
}


def nested(format, start, end, *, is_below, is_closed):
    """What a format nests, nested a hundred thousand times, above or below sound questions."""
    sound = export(PLAIN, format).data.decode()
    deep = start * _DEEP + (end * _DEEP if is_closed else "")
    return format, (f"{sound}\n{deep}" if is_below else f"{deep}\n{sound}").encode()


# What holds for many questions


def shared_tags():
    notes = "".join(f"q{number}\tyes\tno\n" for number in range(_MANY))
    tags = " ".join(f"t{number}" for number in range(9_000))
    return "anki", f"#separator:tab\n#html:false\n#columns:Front\tBack\tDistractor\n#tags:{tags}\n{notes}".encode()


def gift_category():
    asked = "".join(f"q{number}{{=yes~no}}\n\n" for number in range(_MANY))
    return "gift", f"$CATEGORY: {'é' * 5 * MEGABYTE}\n\n{asked}".encode()


def moodle_category():
    answers = '<answer fraction="100"><text>yes</text></answer><answer fraction="0"><text>no</text></answer>'
    asked = "".join(
        f'<question type="multichoice"><questiontext><text>q{number}</text></questiontext>{answers}</question>'
        for number in range(_MANY)
    )
    name = f"<category><text>{'é' * MEGABYTE}</text></category>"
    return "moodle", f'<quiz><question type="category">{name}</question>{asked}</quiz>'.encode()


def sources(named):
    """A pack of many sources and of as many questions that each name one; its last question is no sound one."""
    told = "".join(f'[[sources]]\nid = "s{number}"\n' for number in range(_SOURCES))
    question = '[[questions]]\nstem = "q{0}"\nanswer = "yes"\ndistractors = ["no"]\nsource = "{1}{0}"\n'
    asked = "".join(question.format(number, named) for number in range(_SOURCES))
    return "quizgame", f"{told}{asked}[[questions]]\nstem = 1\n".encode()


def headers(parts, count):
    """A pack of nothing but headers."""
    return "quizgame", "".join(f"[{'.'.join([f'a{number}'] * parts)}]\n" for number in range(count)).encode()


def prose_with_dots():
    """A pack whose texts are no keys, though they look like some."""
    said = ".".join(str(number) for number in range(1, 40))
    question = f'[[questions]]\nstem = """\n{said} = what?\n"""\nanswer = "{said}"\ndistractors = ["[{said}]"]\n'
    return "quizgame", question.encode()


# Entities

_LAUGHS = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
ENTITIES = {
    "billion laughs": (f'<!ENTITY l0 "lol">{_LAUGHS}', "&l9;"),
    "quadratic blow-up": (f'<!ENTITY a "{"a" * 100_000}">', "&a;" * 100_000),
    "external entity": ('<!ENTITY a SYSTEM "file:///canary">', "&a;"),
    "entity of the network": ('<!ENTITY a SYSTEM "http://127.0.0.1:9/canary">', "&a;"),
    "parameter entity": ('<!ENTITY % a SYSTEM "file:///canary"> %a;', ""),
    "recursive entity": ('<!ENTITY a "&b;"><!ENTITY b "&a;">', "&a;"),
}
_USED_IN = {SHEET: "How cold?", BOOK: "Questions", STYLES: "Calibri", TYPES: "application/xml"}


def moodle_entities(name):
    declared, used = ENTITIES[name]
    sound = export(PLAIN, "moodle").data.decode().partition("?>")[2]
    return "moodle", f"<!DOCTYPE quiz [{declared}]>{sound.replace('How cold', used, 1)}".encode()


def moodle_doctype():
    sound = export(PLAIN, "moodle").data.decode().partition("?>")[2]
    return "moodle", f'<!DOCTYPE quiz SYSTEM "file:///canary">{sound}'.encode()


def workbook_entities(name, part):
    declared, used = ENTITIES[name]
    return "csv", workbooks.with_entities(part, declared, _USED_IN[part], used)


# Workbooks


def sheet_of(make, *args, **options):
    return "csv", make(*args, **options)


def workbook_cases():
    """Workbooks by their names, each with what makes it."""
    row = workbooks.ROW.format
    yield "gigabytes", partial(workbooks.padded, SHEET, 3_000, is_told=True)
    yield "gigabytes that are not told", partial(workbooks.padded, TYPES, 1_500)
    yield "a sheet larger than is told", partial(workbooks.padded, SHEET, 1_500)
    yield "bzip2", partial(workbooks.padded, TYPES, 800, method=zipfile.ZIP_BZIP2)
    yield (
        "100,000 parts",
        lambda: workbooks.packed({**workbooks.parts(), **dict.fromkeys(map(str, range(100_000)), "")}),
    )
    yield "row 10**12", partial(workbooks.with_rows, row(row=10**12, column="A"))
    yield "row 10**5000", partial(workbooks.with_rows, row(row="1" + "0" * 5_000, column="A"))
    yield "column XFD", partial(workbooks.with_rows, row(row=3, column="XFD"))
    yield "column ZZZZZZ", partial(workbooks.with_rows, row(row=3, column="ZZZZZZ"))
    yield "dimension", partial(workbooks.changed, SHEET, "<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    yield "deep", partial(workbooks.with_rows, "<a>" * _DEEP + "</a>" * _DEEP)
    yield "long cell", lambda: workbooks.changed(SHEET, "How cold?", "long text " * (2 * MEGABYTE))
    yield "many rows", lambda: workbooks.with_rows("<row><c><v>1</v></c></row>" * 2_000_000)
    yield "many cells", lambda: workbooks.with_rows(f"<row>{'<c/>' * 15_000_000}</row>")
    yield "many sheets", partial(workbooks.with_sheets, 10_000)
    yield "many styles", lambda: workbooks.changed(STYLES, "</cellXfs>", f"{'<xf/>' * 12_000_000}</cellXfs>")
    yield "many strings", lambda: workbooks.with_strings("<si/>" * 12_000_000)
    yield (
        "many names",
        lambda: workbooks.changed(
            BOOK,
            "<definedNames/>",
            "<definedNames>" + '<definedName name="a">b</definedName>' * 1_500_000 + "</definedNames>",
        ),
    )


def _of_formats():
    for name in FORMATS:
        for place in PLACES:
            yield f"{name}: long {place}", partial(long_text, name, place, 20 if place == "stem" else 2)
        for number, mark in enumerate(marks_of(name)):
            yield f"{name}: mark {number} {mark!a}", partial(repeated, name, mark)
        for start, end in NESTS.get(name, [("(", ")")]):
            for below in (True, False):
                for closed in (True, False):
                    case = f"{name}: deep {start} {'below' if below else 'above'}{' closed' * closed}"
                    yield case, partial(nested, name, start, end, is_below=below, is_closed=closed)


def _of_entities():
    yield "moodle: external DTD", moodle_doctype
    for name in ENTITIES:
        yield f"moodle: {name}", partial(moodle_entities, name)
        for part in _USED_IN:
            yield f"workbook: {name} in {part}", partial(workbook_entities, name, part)


CASES = {
    **dict(_of_formats()),
    **dict(_of_entities()),
    **{f"workbook: {name}": partial(sheet_of, make) for name, make in workbook_cases()},
    "anki: tags of all notes": shared_tags,
    "gift: category of all": gift_category,
    "moodle: category of all": moodle_category,
    "pack: sources that are listed": partial(sources, "s"),
    "pack: sources that are not": partial(sources, "x"),
    "pack: headers of many parts": partial(headers, 900, 1_000),
    "pack: headers of some parts": partial(headers, 12, 100_000),
    "pack: many headers": partial(headers, 1, _TABLES),
    "pack: prose with dots": prose_with_dots,
}
