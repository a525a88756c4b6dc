"""What fuzzing begins with: exports of small packs, files of other programs, and the marks that formats are made of."""

import io
import random
import zipfile

from quizgame.core.errors import DataError
from quizgame.core.pack import Pack, Question, Source
from quizgame.storage.exporting import export
from quizgame.storage.formats.registry import formats

PLAIN = Pack(
    id="ice",
    title="Ice",
    questions=(
        Question(id="q-1", stem="How cold is ice?", answer="0 °C", distractors=("1 °C", "2 °C", "3 °C")),
        Question(id="true", stem="Ice is cold.", answer="True", distractors=("False",)),
    ),
)
FULL = Pack(
    id="signs",
    title="Signs & wonders",
    description="All that a pack may hold.",
    author="Ann",
    license="CC0-1.0",
    tags=("signs",),
    sources=(Source(id="book", title="The book", publisher="Press", url="https://example.org"),),
    questions=(
        Question(
            id="q-2",
            stem='What is "{a} ~ b = c"?\n  <b>A</b> & more:\n//no comment',
            answer="=1+1",
            distractors=("A. one", "~%50%", "[plain]", "a -> b", "50%25"),
            kind="count",
            difficulty=5,
            source="book",
            evidence="It is “so”, as they say.",
            explanation="It is so;\nthere is no more to it.",
            tags=("one tag", "two;tags", "three, four"),
        ),
        Question(id="q-3", stem="^ key\n#Q stem\nANSWER: B", answer="ja", distractors=("nein", "中文 \\")),
    ),
)

MORE = {
    "opentdb": [
        '{"response_code":4,"results":[]}',
        '[{"type":"bXVsdGlwbGU=","question":"SWNlPw==","correct_answer":"MQ==","incorrect_answers":["Mg=="]}]',
        '[{"question":"How%20cold%3F","correct_answer":"%31","incorrect_answers":["2"],"category":"A+b"}]',
    ],
    "gift": [
        "// [id:a] [tag:b\\]c]\n$CATEGORY: $course$/top/Ice\n\n::1::[html]<p>2&nbsp;</p>\n{=%100%a#yes ~%-50%b####c}\n",
        "Grant is {~buried =entombed} there.\n\nT{T#no#yes}\n\n2+2{#4:1}\n\nM{=a -> b =c -> d}\n\nE{}\n\nS{=a =b}\n",
    ],
    "moodle": [
        (
            '<quiz><question type="category"><category><text>$course$/Ice</text></category></question>'
            '<question type="truefalse"><questiontext format="html"><text>'
            "<![CDATA[<p>Is&nbsp;it?</p>]]></text></questiontext>"
            '<answer fraction="100"><text>true</text><feedback><text>Yes</text></feedback></answer>'
            '<answer fraction="0"><text>false</text></answer></question></quiz>'
        ),
        '<!DOCTYPE quiz [<!ENTITY a "b">]><quiz>&a;</quiz>',
    ],
    "anki": [
        "#separator:pipe\n#html:true\n#deck:Ice\n#columns:Front|Back|Tags\n#tags:a b\n#tags column:3\n"
        + "".join(f"<b>{number}</b>&amp;|{number} km|t\n" for number in range(5)),
        '#deck column:3\n"a ""b""\nc"\td\te\n{{c1::x}}\ty\n[sound:a.mp3]\tz\n',
    ],
    "mdbook": [
        (
            '[multipart]\nm = "Shared"\n[[questions]]\ntype = "MultipleChoice"\nmultipart = "m"\nprompt.prompt = "x"\n'
            'prompt.distractors = ["a"]\nanswer.answer = ["b"]\n[[questions]]\ntype = "Tracing"\n'
        ),
    ],
    "pack": [
        (
            '[[questions]]\nstem = "a"\nanswer = "b"\ndistractors = ["c", "d"] # why\n\n'
            '# more\n[[questions]]\nstem = """x\ny"""\n'
            'answer = \'z\'\ndistractors = ["\\u0007 \\u202e"]\nsource = "none"\n'
        ),
        'format = 2\nid = "x"\n',
        '[generated]\npack = "m"\n[generated.questions]\nq-1 = "m"\n',
    ],
}
"""Files with what formats have and our own exports have not."""

WORDS = {
    "opentdb": r"""
        "response_code" "results" "question" "correct_answer" "incorrect_answers" "category" "difficulty" "type"
        "boolean" "multiple" "easy" \ud800 \u001b true null NaN 1e999 &quot; &#27; &amp; %20 + bXVsdGlwbGU= Ym9vbGVhbg==
    """,
    "opentriviaqa": "#Q ^ A B D Z",
    "gift": r"""
        { } = ~ # #### :: // $CATEGORY: -> %50% %-100% [html] [plain] [markdown] [moodle] T TRUE FALSE \n \= \~ [id:
        [tag: ] <p> <br> <img> &nbsp; &#27;
    """,
    "moodle": r"""
        <quiz> </quiz> <question <question> </question> type="multichoice" type="truefalse" type="category"
        fraction="100" fraction="-50" fraction="nan" <answer> </answer> <text> </text> <questiontext format="html"
        format="markdown" <category> <tags> <tag> <name> <idnumber> <generalfeedback> <feedback> <file> <image>
        <![CDATA[ ]]> <!-- --> <!DOCTYPE <!ENTITY &amp; &#27; &lt;pre&gt; &lt;sup&gt; $course$ //
    """,
    "aiken": "A. B. C) a. ANSWER: answer: E. AND",
    "kahoot": 'Question Answer 1 2 4 Correct answer(s) , ; " = +',
    "quizizz": "Question Text Type Option 1 5 Correct Answer Multiple Choice Checkbox Image Link explanation Poll , ;",
    "anki": r"""
        #separator:tab #separator: #html:true #html:false #deck: #deck #notetype #columns: #tags: #tags #guid column:1
        column:3 Front Back Question distractor {{c1:: [sound: <b> <br> <img> &nbsp; &#27; True false 12 km 2025-02-09
    """,
    "mdbook": r"""
        [[questions]] type = "MultipleChoice" "ShortAnswer" prompt.prompt prompt.distractors answer.answer context
        multipart id [multipart] [questions.prompt] \u001b [ ] { } .
    """,
    "csv": """
        id stem question answer correct distractor1 wrong2 option1 option_a distractors options choices tags category
        source ; | easy
    """,
    "pack": r"""
        [[questions]] [[sources]] [generated] [generated.questions] format id title description language author license
        tags stem answer distractors kind difficulty source evidence explanation publisher published 2025-02-09
        retrieved url \u001b \u202e \U0010ffff 99999999999999999999 0x1f inf nan true { } [ ] = . #
    """,
    "workbook": """
        <row r="1000000000000"> r="XFD1" <c t="s" t="inlineStr" t="d" t="e" t="b" t="n" <v> <is> <t> &#10; &lt; 1e999
        99999 -1 s="1" </sheetData> </row> </c> numFmtId state PartName
    """,
}
SIGNS = (
    *('""', '"""', "'''", "\x00", "\x1b[2J", "\u202e", "\u200d", "\ufeff", "\x85", "\u2028", "\r\n", "\n\n"),
    *("\t", "é", "e\u0301", "🙂", "\xa0", "\x7f", "\ufffe"),
)
ENCODINGS = ("utf-16", "utf-8-sig", "cp1252")


def seeds_of(target):
    """The bytes of every seed of a target."""
    if target == "pack":
        return [*(export(pack, "quizgame").data for pack in (PLAIN, FULL)), *(told.encode() for told in MORE["pack"])]
    if target == "workbook":
        return [exported(pack, form, as_workbook=True) for pack in (PLAIN, FULL) for form in formats() if form.rows]
    chosen = formats() if target == "recognised" else [form for form in formats() if form.name == target]
    found = [exported(pack, form) for pack in (PLAIN, FULL) for form in chosen]
    found += [text.encode() for form in chosen for text in MORE.get(form.name, ())]
    if target == "recognised":
        return [*found, *seeds_of("pack"), *seeds_of("workbook")]
    return [*found, *(found[0].decode().encode(name, "replace") for name in ENCODINGS)]


def exported(pack, form, *, as_workbook=False):
    try:
        return export(pack, form.name, as_workbook=as_workbook).data
    except DataError:  # the format can hold none of them
        return b""


def write_seeds(target, folder):
    folder.mkdir()
    for number, data in enumerate(seeds_of(target)):
        (folder / str(number)).write_bytes(data)
    return folder


def write_words(target, path):
    """The dictionary of a target, as libFuzzer wants it."""
    told = " ".join(WORDS.values()) if target == "recognised" else WORDS[target]
    words = dict.fromkeys([*told.split(), *SIGNS])
    path.write_text("".join(f'"{_escaped(word)}"\n' for word in words))
    return path


def _escaped(word):
    return "".join(
        chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\x{byte:02x}" for byte in word.encode("utf-8")
    )


def mutated_workbook(data, most, seed):
    """A workbook with one of its parts changed, since a packed one that is changed is hardly ever one."""
    import atheris

    rng = random.Random(seed)
    try:
        parts = unpacked(data)
    except Exception:  # noqa: BLE001 - it is none, and how that fails is no matter
        parts = {}
    if not parts or rng.random() < 0.1:
        return atheris.Mutate(data, most)
    name = rng.choice([*parts, *(part for part in parts if "sheet" in part)])
    parts[name] = atheris.Mutate(parts[name], len(parts[name]) + 1024)
    new = packed(parts)
    return new if len(new) <= most else data


def unpacked(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, told in parts.items():
            archive.writestr(zipfile.ZipInfo(name), told)
    return out.getvalue()
