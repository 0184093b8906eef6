"""Stands for the speech process: `python speech_process.py WAY`.

Ways: "speak" says everything at once, "slow" begins and never ends, "mute" has no device, "hang"
never tells of a voice, "die" ends after telling, "noise" tells what is no JSON first.
"""

import json
import sys


def tell(**what: object) -> None:
    """Tell the kiosk."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main(way: str) -> None:
    """Take orders as the real one does."""
    if way == "noise":
        sys.stdout.write("ALSA lib: what a library prints\n[]\n")
    if way != "hang":
        voices = {"en": "English (America)", "es": "Spanish"}
        tell(engine="fake", voices=voices, device=way != "mute", plays=True)
    if way == "die":
        return
    for line in sys.stdin:
        order = json.loads(line)
        if order["do"] == "say":
            tell(number=order["number"], heard=order)
            if way == "speak":
                tell(number=order["number"] - 1, done=True)
                tell(number=order["number"], done=True)


if __name__ == "__main__":
    main(sys.argv[1])
