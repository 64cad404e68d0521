# Draws Vega-Lite specifications: reads one JSON object a line from stdin, {"spec", "format", "file"}, and
# writes each picture to its file. Reads nothing else, and nothing from a network.
import json
import signal
import sys

import vl_convert

VERSION = "5.20"
# Nothing that is drawn here takes so long. An interrupt is for the program that asks.
signal.alarm(300)
signal.signal(signal.SIGINT, signal.SIG_DFL)
if len(sys.argv) > 1:
    # What interactive pages need, kept for them.
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        file.write(vl_convert.javascript_bundle(vl_version=VERSION))
    sys.exit(0)
# The engine takes half a second to start: it does while the database is asked.
nothing = {"data": {"values": []}, "mark": "point"}
vl_convert.vegalite_to_svg(nothing, vl_version=VERSION, allowed_base_urls=[])
for line in sys.stdin:
    job = json.loads(line)
    spec = job["spec"]
    if job["format"] == "svg":
        data = vl_convert.vegalite_to_svg(spec, vl_version=VERSION, allowed_base_urls=[]).encode()
    elif job["format"] == "png":
        data = vl_convert.vegalite_to_png(spec, vl_version=VERSION, scale=2, allowed_base_urls=[])
    else:
        data = vl_convert.vegalite_to_pdf(spec, vl_version=VERSION, allowed_base_urls=[])
    with open(job["file"], "wb") as file:
        file.write(data)
