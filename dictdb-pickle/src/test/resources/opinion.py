"""Checks a pickle of DictDB: its instructions, its form, that no two places share a container. Writes it again in each protocol.

usage: opinion.py FILE FOLDER
"""
import io
import pickle
import pickletools
import sys
import types


def stand_in(module, name):
    made = type(name, (), {"__module__": module})
    parts = module.split(".")
    for i in range(1, len(parts) + 1):
        sys.modules.setdefault(".".join(parts[:i]), types.ModuleType(".".join(parts[:i])))
    setattr(sys.modules[module], name, made)
    return made


DictDB = stand_in("dictdb.storage.database", "DictDB")
Table = stand_in("dictdb.core.table", "Table")
NAMES = {("dictdb.storage.database", "DictDB"): DictDB, ("dictdb.core.table", "Table"): Table}
NAMES.update({("builtins", t.__name__): t for t in (int, str, float, bool, list, dict)})


class Restricted(pickle.Unpickler):
    def find_class(self, module, name):
        return NAMES[module, name]


def containers(value, seen):
    if isinstance(value, (dict, list)):
        assert id(value) not in seen, "a container stands in two places"
        seen[id(value)] = value
        for inner in list(value.values()) if isinstance(value, dict) else value:
            containers(inner, seen)


content = open(sys.argv[1], "rb").read()
pickletools.dis(content, out=io.StringIO())
db = Restricted(io.BytesIO(content)).load()
assert pickle._Unpickler(io.BytesIO(content)).load().__dict__.keys() == db.__dict__.keys() == {"tables"}
for name, table in db.tables.items():
    assert list(table.__dict__) == ["table_name", "primary_key", "records", "schema", "_next_pk"]
    assert table.table_name == name and type(table._next_pk) is int
    for key, record in table.records.items():
        assert record[table.primary_key] == key
    containers(table.records, {})
for protocol in range(6):
    with open(f"{sys.argv[2]}/{protocol}.pickle", "wb") as out:
        pickle.dump(db, out, protocol)
    with open(f"{sys.argv[2]}/{protocol}.in-python.pickle", "wb") as out:
        pickle._Pickler(out, protocol).dump(db)  # the one that is written in Python itself
