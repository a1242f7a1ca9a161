"""Makes rows of a table in Python: pip install onnxruntime; python sample.py generator.onnx education=Masters occupation="""

import json
import sys

import numpy
import onnxruntime

ROWS = 5


def code_of(column, text):
    """-1: not given; -2: missing; -3: not missing; else the category's position."""
    if text is None:
        return -1
    if text in column["categories"]:
        return column["categories"].index(text)
    return {"": -2, "*": -3}[text]


session = onnxruntime.InferenceSession(sys.argv[1])
manifest = json.loads(session.get_modelmeta().custom_metadata_map["gan.manifest"])
columns = manifest["columns"]
where = dict(text.split("=", 1) for text in sys.argv[2:])
codes = [code_of(column, where.get(column["name"])) for column in columns if column["given"] is not None]

latent = numpy.random.default_rng(1).standard_normal((ROWS, manifest["latentSize"]), dtype=numpy.float32)
given = numpy.tile(numpy.array(codes, dtype=numpy.int64), (ROWS, 1))
outputs = session.run([column["tensor"] for column in columns], {"Latent": latent, "Given": given})

print("\t".join(column["name"] for column in columns))
for row in range(ROWS):
    print("\t".join(str(cells[row, 0]) for cells in outputs))
