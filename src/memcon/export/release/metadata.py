"""The metadata of a release, as JSON: Croissant (`croissant`) and Frictionless (`datapackage`), made of the tables' columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from memcon.export.columns import Column, Table, Type
from memcon.export.release.about import NO_LICENCE, WORDS_OF_OTHERS, About, Lists
from memcon.export.release.values import values_of

Json = dict[str, Any]
KEYS = {
    "documents": ("id",), "actors": ("id",), "engagements": ("id",), "statements": ("id",), "events": ("id",),
    "history": ("engagement", "step"),
}  # fmt: skip
LINKS = {
    ("participants", "engagement"): "engagements", ("history", "engagement"): "engagements", ("reports", "engagement"): "engagements",
    ("reports", "document"): "documents", ("statements", "document"): "documents", ("events", "document"): "documents",
    ("mentions", "document"): "documents", ("participants", "actor"): "actors",
}  # fmt: skip
_FIELD = {
    Type.TEXT: "string", Type.TEXTS: "array", Type.DAY: "date", Type.WHOLE: "integer", Type.REAL: "number", Type.TRUTH: "boolean",
}  # fmt: skip
_DATA_TYPE = {
    Type.TEXT: "sc:Text", Type.TEXTS: "sc:Text", Type.DAY: "sc:Date", Type.WHOLE: "sc:Integer", Type.REAL: "sc:Float",
    Type.TRUTH: "sc:Boolean",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the release: its path in it, its size and SHA-256."""

    path: str
    size: int
    sha256: str


def description(about: About) -> str:
    return (
        "Who met whom, when, where and about what, and who said what, read from news reports by memcon. Every value can be traced to the "
        f"words that support it. {WORDS_OF_OTHERS}"
    )


def datapackage(about: About, tables: Mapping[str, Table], files: Mapping[str, Written], lists: Lists) -> Json:
    """Frictionless Data Package: a resource for each CSV table."""
    package: Json = {
        "profile": "tabular-data-package",
        "name": "memcon-release",
        "title": about.title,
        "description": description(about),
        "resources": [_resource(table, files[f"csv/{table.name}.csv"], lists) for table in tables.values()],
    }
    if about.creators:
        package["contributors"] = [{"title": name, "role": "author"} for name in about.creators]
    if about.licence:
        named = {} if "://" in about.licence else {"name": about.licence}
        package["licenses"] = [{**named, "path": about.licence_address}]
    return package | {name: value for name, value in (("version", about.edition), ("homepage", about.url)) if value}


def _resource(table: Table, file: Written, lists: Lists) -> Json:
    schema: Json = {"fields": [_field(table, c, lists) for c in table.columns], "missingValues": [""]}
    if key := KEYS.get(table.name):
        schema["primaryKey"] = list(key)
    links = [(c.name, LINKS[table.name, c.name]) for c in table.columns if (table.name, c.name) in LINKS]
    if links:
        schema["foreignKeys"] = [{"fields": [name], "reference": {"resource": to, "fields": ["id"]}} for name, to in links]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": f"A row is {table.what}.",
        "path": file.path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "schema": schema,
    }


def _field(table: Table, column: Column, lists: Lists) -> Json:
    field: Json = {"name": column.name, "type": _FIELD[column.type], "description": column.what}
    values = values_of(table.name, column.name, lists)
    if values and column.type is Type.TEXT:
        field["constraints"] = {"enum": list(values)}
    return field


CONTEXT: Json = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def croissant(about: About, tables: Mapping[str, Table], files: Mapping[str, Written], cite: str) -> Json:
    """Croissant 1.0: a FileObject for each CSV file, a RecordSet for each table."""
    made: Json = {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": "memcon-release",
        "alternateName": about.title,
        "description": description(about),
        "license": about.licence_address or NO_LICENCE,
        "citeAs": cite,
        "inLanguage": "en",
        "distribution": [_file_object(files[f"csv/{name}.csv"]) for name in tables],
        "recordSet": [_record_set(table) for table in tables.values()],
    }
    if about.creators:
        made["creator"] = [{"@type": "sc:Person", "name": name} for name in about.creators]
    told = (("version", about.edition), ("url", about.url), ("datePublished", about.released))
    return made | {name: value for name, value in told if value}


def _file_object(file: Written) -> Json:
    return {
        "@type": "cr:FileObject",
        "@id": file.path,
        "name": file.path,
        "contentUrl": file.path,
        "contentSize": f"{file.size} B",
        "encodingFormat": "text/csv",
        "sha256": file.sha256,
    }


def _record_set(table: Table) -> Json:
    made: Json = {"@type": "cr:RecordSet", "@id": table.name, "name": table.name, "description": f"A row is {table.what}."}
    if key := KEYS.get(table.name):
        made["key"] = [{"@id": f"{table.name}/{name}"} for name in key]
    made["field"] = [_croissant_field(table, column) for column in table.columns]
    return made


def _croissant_field(table: Table, column: Column) -> Json:
    told = f"{column.what} (a JSON list)" if column.type is Type.TEXTS else column.what
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": told,
        "dataType": _DATA_TYPE[column.type],
        "source": {"fileObject": {"@id": f"csv/{table.name}.csv"}, "extract": {"column": column.name}},
    }
