#!/bin/sh
# Draws the icons of the package from their sources. Needs rsvg-convert (Debian: librsvg2-bin).
set -eu
cd "$(dirname "$0")"
rsvg-convert --width 192 --height 192 color.svg --output ../color.png
rsvg-convert --width 32 --height 32 outline.svg --output ../outline.png
rsvg-convert --width 32 --height 32 color32x32.svg --output ../color32x32.png
