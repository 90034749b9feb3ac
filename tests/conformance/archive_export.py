#!/usr/bin/env python3
"""Exports of an archive, judged by others: bags by bagit-python and sha512sum, METS, MODS, PREMIS and
OAI-PMH records by their schemas, TEI by jing; the same octets in another time zone and locale."""
import hashlib
import os
import re
import sys
import tarfile
import zipfile

import checks

# What xmllint needs to judge records that stand inside other documents.
METS_DRIVER = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:import namespace="http://www.loc.gov/METS/" schemaLocation="{schemas}/mets/mets-1.12.1.xsd"/>
<xs:import namespace="http://www.loc.gov/mods/v3" schemaLocation="{schemas}/mods/mods-3-8-fixed.xsd"/>
<xs:import namespace="http://www.loc.gov/premis/v3" schemaLocation="{schemas}/premis/premis-v3-0.xsd"/>
</xs:schema>"""
OAI_DRIVER = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:import namespace="http://www.openarchives.org/OAI/2.0/" schemaLocation="{schemas}/oai/OAI-PMH.xsd"/>
<xs:import namespace="http://www.openarchives.org/OAI/2.0/oai_dc/" schemaLocation="{schemas}/oai/oai_dc.xsd"/>
<xs:import namespace="http://www.loc.gov/mods/v3" schemaLocation="{schemas}/mods/mods-3-8-fixed.xsd"/>
</xs:schema>"""
SAMPLES = ("harbour-ferry.txt", "kite-makers.html")


def export(report, command, root, form, to, *options, **environment):
    result = checks.run([command, "export", root, "-t", form, "--to", to, *options],
                        env={**os.environ, **environment})
    report.expect(result.returncode == 0, f"export -t {form} {options}: {result.stderr}")
    return result.stdout.split()


def digests(folder):
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def check_bags(report, command, root, work):
    folders = work / "bags"
    export(report, command, root, "bag", folders)
    report.expect(len(list(folders.iterdir())) == len(SAMPLES), "not one bag for each article")
    for kind in ("zip", "tgz"):
        paths = export(report, command, root, "bag", work / kind, "--pack", kind)
        unpacked = work / f"{kind}-unpacked"
        unpacked.mkdir()
        for path in paths:
            if kind == "zip":
                with zipfile.ZipFile(path) as file:
                    file.extractall(unpacked)
            else:
                with tarfile.open(path) as file:
                    file.extractall(unpacked)
        report.expect(digests(unpacked) == digests(folders), f"the packed bags ({kind}) hold something else")
    again = work / "again"
    for kind in ("zip", "tgz"):
        export(report, command, root, "bag", again / kind, "--pack", kind, TZ="Asia/Tokyo", LC_ALL="C")
        report.expect(digests(again / kind) == digests(work / kind), f"other octets in another place ({kind})")
    for bag in folders.iterdir():
        for manifest in ("manifest-sha512.txt", "tagmanifest-sha512.txt"):
            result = checks.run(["sha512sum", "--quiet", "-c", manifest], cwd=bag)
            report.expect(result.returncode == 0, f"{manifest}: {result.stdout}{result.stderr}")
    judge = os.environ.get("PRESSMARK_BAGIT", "")
    if not os.path.exists(judge):
        report.expect(not os.environ.get("PRESSMARK_REQUIRE_VALIDATORS"), "bagit-python is absent")
        print("not checked in full: bagit-python is absent")
        return
    result = checks.run([sys.executable, judge, "--validate", *folders.iterdir()])
    report.expect(result.returncode == 0, f"bagit-python: {result.stdout}{result.stderr}")


def schema_check(report, schemas, driver, files, what, work):
    path = work / "driver.xsd"
    path.write_text(driver.format(schemas=schemas))
    result = checks.run(["xmllint", "--nonet", "--noout", "--schema", path, *files],
                        env={**os.environ, "XML_CATALOG_FILES": str(schemas / "catalog.xml")})
    errors = "\n".join(line for line in result.stderr.splitlines() if not line.endswith(" validates"))
    report.expect(result.returncode == 0, f"{what}: {errors[-3000:]}")


def check_mets(report, command, root, schemas, work):
    folder = work / "mets"
    export(report, command, root, "mets", folder)
    files = sorted(folder.glob("*/mets.xml"))
    report.expect(len(files) == len(SAMPLES), "not one METS document for each article")
    for file in files:
        listed = re.findall(r'CHECKSUM="(\w+)" CHECKSUMTYPE="SHA-512">\s*<FLocat[^>]*href="([^"]+)"',
                            file.read_text())
        report.expect(len(listed) > 5, f"{file}: only {listed}")
        for digest, path in listed:
            found = hashlib.sha512((file.parent / path).read_bytes()).hexdigest()
            report.expect(found == digest, f"{file}: the digest of {path}")
    if schemas:
        schema_check(report, schemas, METS_DRIVER, files, "METS with MODS and PREMIS", work)


def check_repository(report, command, root, schemas, work):
    folder = work / "oai"
    [path] = export(report, command, root, "oai", folder, "--base-url",
                    "http://gateway.example/oai/paper.example/repository.xml", "--admin-email", "keeper@paper.example")
    text = open(path, encoding="utf-8").read()
    result = checks.run(["xmllint", "--nonet", "--noout", path])
    report.expect(result.returncode == 0 and not result.stderr, f"repository.xml: {result.stderr}")
    if not schemas:
        return
    # The lists are responses of OAI-PMH but for the envelope.
    responses = []
    for prefix in ("oai_dc", "mods"):
        [records] = re.findall(f'<ListRecords metadataPrefix="{prefix}">(.*?)</ListRecords>', text, re.S)
        report.expect(records.count("<oai:record>") == len(SAMPLES), f"records of {prefix}")
        response = work / f"{prefix}.xml"
        response.write_text('<oai:OAI-PMH xmlns:oai="http://www.openarchives.org/OAI/2.0/">'
                            "<oai:responseDate>2026-01-01T00:00:00Z</oai:responseDate>"
                            f'<oai:request verb="ListRecords" metadataPrefix="{prefix}">http://a.example</oai:request>'
                            f"<oai:ListRecords>{records}</oai:ListRecords></oai:OAI-PMH>")
        responses.append(response)
    schema_check(report, schemas, OAI_DRIVER, responses, "OAI-PMH records", work)
    articles = re.findall(r"<TEI .*?</TEI>", text, re.S)
    report.expect(len(articles) == len(SAMPLES), "records of tei")
    files = []
    for number, article in enumerate(articles):
        files.append(work / f"tei-{number}.xml")
        files[-1].write_text(article)
    checks.validate(report, "tei", files)


def check_items(report, command, root, work):
    folder = work / "saf"
    export(report, command, root, "saf", folder)
    for item in folder.iterdir():
        names = [line.split("\t")[0] for line in (item / "contents").read_text().splitlines()]
        there = sorted(path.name for path in item.iterdir() if path.name not in ("contents", "dublin_core.xml"))
        report.expect(sorted(names) == there, f"{item}: 'contents' lists {names}")
        record = checks.run(["xmllint", "--nonet", "--noout", item / "dublin_core.xml"])
        report.expect(record.returncode == 0, f"dublin_core.xml: {record.stderr}")


def main():
    options = checks.arguments(__doc__)
    command = checks.command_of(options.build)
    report = checks.Report()
    shared = checks.shared()
    schemas = shared / "schemas" if shared else None
    if schemas is None:
        print("not checked in full: the schemas are absent")
    with checks.Workspace() as work:
        root = work / "root"
        for sample in SAMPLES:
            result = checks.run([command, "archive", checks.ROOT / "samples" / sample, "--to", root])
            report.expect(result.returncode == 0, result.stderr)
        check_bags(report, command, root, work)
        check_mets(report, command, root, schemas, work)
        check_repository(report, command, root, schemas, work)
        check_items(report, command, root, work)
    report.finish()


if __name__ == "__main__":
    main()
