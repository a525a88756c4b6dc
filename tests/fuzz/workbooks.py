"""Workbooks that are larger than they look, and such as no program writes."""

import bz2
import io
import struct
import zipfile
import zlib

from quizgame.storage.formats.workbook import workbook_of

SHEET, BOOK, STYLES, TYPES = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"
STRINGS = "xl/sharedStrings.xml"
ROW = '<row r="{row}"><c r="{column}{row}" t="inlineStr"><is><t>x</t></is></c></row>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRINGS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_ENTRY = b"PK\x01\x02"
_MEGABYTE = b" " * (1 << 20)


def parts():
    """The parts of a workbook with one question, as text."""
    whole = workbook_of([["stem", "answer", "distractor1"], ["How cold?", "very", "not very"]])
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def packed(parts):
    """Parts as a workbook."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, told in parts.items():
            archive.writestr(zipfile.ZipInfo(name), told, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def changed(name, old, new):
    """A workbook with one of its parts changed at one place."""
    there = parts()
    assert old in there[name], there[name]
    return packed({**there, name: there[name].replace(old, new, 1)})


def with_rows(rows):
    """A workbook with more rows, as XML."""
    return changed(SHEET, "</sheetData>", f"{rows}</sheetData>")


def padded(name, megabytes, *, method=zipfile.ZIP_DEFLATED, is_told=False):
    """A workbook one of whose parts ends in many blanks.

    Args:
        name: The part.
        megabytes: How many blanks.
        method: How it is packed.
        is_told: Whether the table of contents tells of the blanks.
    """
    there = parts()
    text = there.pop(name).encode()
    small = _deflated(text, megabytes) if method == zipfile.ZIP_DEFLATED else _squeezed(text, megabytes)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for other, told in there.items():
            archive.writestr(other, told)
        archive.writestr(name, small)
    data = bytearray(out.getvalue())
    entry = data.rfind(_ENTRY)  # that of the part that was written last
    struct.pack_into("<H", data, entry + 10, method)
    struct.pack_into("<I", data, entry + 16, zlib.crc32(text))
    struct.pack_into("<I", data, entry + 24, len(text) + is_told * megabytes * len(_MEGABYTE))
    return bytes(data)


def _deflated(text, megabytes):
    """Text and blanks, deflated; all blocks of blanks are the same, so one is made."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    start = packer.compress(text) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(_MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    return start + block * megabytes + packer.flush()


def _squeezed(text, megabytes):
    packer = bz2.BZ2Compressor(9)
    return b"".join([packer.compress(text), *(packer.compress(_MEGABYTE) for _ in range(megabytes)), packer.flush()])


def with_strings(strings):
    """A workbook with a table of shared strings, as XML."""
    there = parts()
    told = f'<Override PartName="/{STRINGS}" ContentType="{_STRINGS_TYPE}"/></Types>'
    there[TYPES] = there[TYPES].replace("</Types>", told)
    return packed({**there, STRINGS: f'<sst xmlns="{_MAIN}">{strings}</sst>'})


def with_sheets(count):
    """A workbook that lists its one sheet, which is large, many times."""
    there = parts()
    sheet = there[BOOK][there[BOOK].index("<sheet ") : there[BOOK].index("</sheets>")]
    there[BOOK] = there[BOOK].replace(sheet, sheet * count)
    there[SHEET] = there[SHEET].replace("<sheetData>", "<x/>" * 200_000 + "<sheetData>")
    return packed(there)


def with_entities(name, declared, old, new):
    """A workbook one of whose parts declares entities, and uses them."""
    there = parts()
    assert old in there[name], there[name]
    start = there[name].find("?>") + 2 if there[name].startswith("<?xml") else 0
    text = there[name].replace(old, new, 1)
    return packed({**there, name: f"{text[:start]}<!DOCTYPE a [{declared}]>{text[start:]}"})
