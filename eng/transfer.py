#!/usr/bin/env python3
"""Searches with the specs of samples/transfer and scores what they find on tasks of other sizes: the numbers of docs/transfer.md.

usage: eng/transfer.py AUTOMLZERO FAMILY FIRST_SEED LAST_SEED [STRATEGY]

FAMILY is linear, affine or images; STRATEGY is faithful or fast, that of the specs when not given. The images of CIFAR-10 are where AUTOMLZERO_DATA says.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

automlzero, family, first, last = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
strategy = ["--strategy", sys.argv[5]] if len(sys.argv) > 5 else []
specs = pathlib.Path(__file__).resolve().parent.parent / "samples" / "transfer"


def run(*arguments):
    lines = subprocess.run([automlzero, *arguments, "--json"], check=True, capture_output=True, text=True).stdout.splitlines()
    return json.loads(lines[-1])


def regression(features, count, train, scale):
    return {"kind": family, "count": count, "features": features, "train": train, "valid": 100, "epochs": 1, "scale": scale}


def images(features, scale):
    return {"kind": "images", "data": "cifar10", "classes": "heldOutPairs", "view": "projected", "features": features, "count": 18,
            "train": 8000, "valid": 1000, "validFrom": "test", "epochs": 1, "scale": scale}


tests = {"F=16": images(16, 1), "F=256": images(256, 1), "F=16 x3": images(16, 3)} if family == "images" else {
    "F=16": regression(16, 50, 200, 1), "F=256": regression(256, 10, 1500, 1), "F=16 x3": regression(16, 50, 200, 3)}
preset = "cifar10-binary" if family == "images" else "linear"


def score(program, seed):
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write(program)
        file.flush()
        return {name: run("evaluate", file.name, "--preset", preset, "--seed", str(seed), "--set", f"tasks.test={json.dumps(tasks)}")["fitness"]
                for name, tasks in tests.items()}


for seed in range(first, last + 1):
    for arm in ("fixed", "varied"):
        found = run("search", str(specs / f"{family}-{arm}.json"), "--seed", str(seed), "--workers", "1", *strategy)
        print(json.dumps({"family": family, "seed": seed, "arm": arm, "searchFitness": found["searchFitness"], "seconds": found["seconds"],
                          **score(found["program"], seed), "program": found["program"]}), flush=True)
