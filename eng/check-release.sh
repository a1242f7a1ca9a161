#!/usr/bin/env bash
# Checks that a tag, such as v0.2.0, fits the sources, and writes the changelog's section of that version to artifacts/release-notes.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
tag=$1

stop() {
    echo "$1" >&2
    exit 1
}

property() { dotnet msbuild src/Gan.Onnx/Gan.Onnx.csproj -getProperty:"$1"; }

version=$(property Version)
[[ $tag == "v$version" ]] ||
    stop "The tag must be v$version, as Directory.Build.props says, but was $tag. Set Version there, or tag anew."

last=$(git describe --tags --abbrev=0 --match 'v*' "$tag^" 2>/dev/null || true)
baseline=$(property PackageValidationBaselineVersion)
[[ ${last#v} == "$baseline" ]] ||
    stop "PackageValidationBaselineVersion must be the last release, '${last#v}', but was '$baseline'. Set it in Directory.Build.props."

mkdir -p artifacts
awk -v heading="## [$version]" '/^## /{ inside = index($0, heading) == 1; next } inside' CHANGELOG.md >artifacts/release-notes.md
grep -q '[^[:space:]]' artifacts/release-notes.md ||
    stop "CHANGELOG.md must have a section '## [$version]', but has none. Rename 'Unreleased' to it."
echo "$tag fits the sources."
