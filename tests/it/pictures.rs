//! Pictures of every kind of result: nothing is cut, blank, doubled or left out without a word.

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;
use zaoshi::charts::draw::{colour, png, text};
use zaoshi::charts::{self, Canvas, Fonts, Source, draw_all, of_summary};
use zaoshi::stats::Summary;

use crate::summaries;

fn drawn(summary: &Summary, chart: &charts::Chart, width: f64) -> Canvas {
    let mut canvas = Canvas::sized(width, 1080.0);
    chart.draw(Source::Summary(summary), &mut canvas).unwrap();
    canvas
}

#[test]
fn pictures_of_a_rich_set_have_no_fault() {
    let set = summaries::rich();
    let faults: Vec<String> = set
        .par_iter()
        .flat_map_iter(|(case, summary)| {
            let sizes = |chart| [1920.0, 960.0].map(|width| (chart, width));
            of_summary().flat_map(sizes).flat_map(move |(chart, width)| {
                let faults = faults(&drawn(summary, chart, width), width);
                faults.into_iter().map(move |fault| format!("{case}: {} at {width}: {fault}", chart.name))
            })
        })
        .collect();
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// The faults of a picture. On half a slide, which no run writes, a long name may be cut.
pub(crate) fn faults(canvas: &Canvas, width: f64) -> Vec<String> {
    canvas.faults().into_iter().filter(|fault| width > 960.0 || !fault.ends_with("is cut")).collect()
}

/// Charts that compare all designs, and not just the leader with the baseline.
const COMPARING: [&str; 7] = [
    "adoption-fan",
    "difference-fan",
    "scorecard",
    "who-is-inside",
    "needs-and-hook",
    "momentum-and-self-drive",
    "money-and-points",
];

#[test]
fn a_design_that_the_question_names_is_in_every_chart_that_compares_designs() {
    let mut missing = Vec::new();
    let mut seen = BTreeSet::new();
    for (_, mut summary) in summaries::all().into_iter().filter(|(case, _)| ["partners", "stirred"].contains(case)) {
        // The designs from the second on gain more than the first.
        summary = summaries::of_designs(summary, 12);
        summary.designs.iter_mut().enumerate().for_each(|(d, design)| design.says = format!("Plan {d:02}"));
        summary.question = "Is Plan 01 worth it?".into();
        for chart in of_summary().filter(|chart| COMPARING.contains(&chart.name)) {
            for width in [1920.0, 960.0] {
                let canvas = drawn(&summary, chart, width);
                let texts: Vec<&str> = canvas.written().iter().map(|w| w.text.as_str()).collect();
                if canvas.is_blank() {
                    continue;
                }
                seen.insert(chart.name);
                let all = texts.join(" ");
                if !all.contains("Plan 01") || !all.contains("Plan 11") || !all.contains(" of 12 designs") {
                    missing.push(format!("{} at {width}: {all}", chart.name));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert_eq!(seen, COMPARING.into_iter().collect(), "every chart was looked at");
}

#[test]
fn designs_whose_lines_lie_upon_each_other_are_named() {
    let mut summary = summaries::plain();
    summary.bands[2] = summary.bands[1].clone();
    for chart in of_summary().filter(|chart| ["money-and-points", "concentration"].contains(&chart.name)) {
        let canvas = drawn(&summary, chart, 1920.0);
        let all: Vec<&str> = canvas.written().iter().map(|w| w.text.as_str()).collect();
        assert!(
            canvas.is_blank() || all.join(" ").contains("Points and shop and Contributor ladder coincide"),
            "{}: {all:?}",
            chart.name
        );
    }
}

#[test]
fn names_cannot_break_a_picture_or_the_page() {
    let mut summary = summaries::plain();
    summary.designs[1].says = "A\u{1b}[31m<b>&\u{202e}\u{7} end".into();
    summary.title = "T\u{202e}<i>\u{1b}".into();
    let all = draw_all(&summary, &Fonts::own()).unwrap();
    let page = zaoshi::report::html(&summary, &all).unwrap();
    let harmful = |c: char| {
        (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    for text in all.iter().map(|chart| chart.svg.as_str()).chain([page.as_str()]) {
        assert!(!text.contains(harmful), "{:?}", text.find(harmful).map(|at| &text[at.saturating_sub(80)..at]));
        assert!(!text.contains("<b>&") && !text.contains("<i>"));
    }
    assert!(all.iter().any(|chart| chart.svg.contains("&lt;b&gt;&amp;")));
}

/// Inter, with the outline of A as a Greek alpha, where it has the small tilde: a font with a letter that the own fonts lack.
fn with_alpha(folder: &Path) -> std::path::PathBuf {
    let mut bytes = text::FONTS[0].to_vec();
    let number = |bytes: &[u8], at: usize| usize::from(u16::from_be_bytes([bytes[at], bytes[at + 1]]));
    let long = |bytes: &[u8], at: usize| number(bytes, at) << 16 | number(bytes, at + 2);
    let tables = (0..number(&bytes, 4)).map(|k| 12 + 16 * k);
    let map = tables.filter(|at| &bytes[*at..*at + 4] == b"cmap").map(|at| long(&bytes, at + 8)).next().unwrap();
    // The segment that begins with the space holds the letters; 0 if glyphs are found through a list.
    let glyph_of_a = |bytes: &[u8], table: usize, double: usize| {
        let segment = (0..double / 2).find(|k| number(bytes, table + 16 + double + 2 * k) == 0x20);
        segment.map_or(0, |k| (0x41 + number(bytes, table + 16 + 2 * double + 2 * k)) & 0xFFFF)
    };
    let mut changed = 0;
    for record in 0..number(&bytes, map + 2) {
        let table = map + long(&bytes, map + 4 + 8 * record + 4);
        if number(&bytes, table) != 4 {
            continue;
        }
        let double = number(&bytes, table + 6);
        let glyph = glyph_of_a(&bytes, table, double);
        for segment in 0..double / 2 {
            let (end, start) = (table + 14 + 2 * segment, table + 16 + double + 2 * segment);
            let (shift, offset) = (start + double, start + 2 * double);
            if number(&bytes, start) == 0x2DC && number(&bytes, end) == 0x2DC && number(&bytes, offset) == 0 {
                let delta = (glyph as u16).wrapping_sub(0x3B1);
                bytes[end..end + 2].copy_from_slice(&0x3B1_u16.to_be_bytes());
                bytes[start..start + 2].copy_from_slice(&0x3B1_u16.to_be_bytes());
                bytes[shift..shift + 2].copy_from_slice(&delta.to_be_bytes());
                changed += 1;
            }
        }
    }
    assert!(changed > 0, "the table of letters has another form");
    let path = folder.join("alpha.ttf");
    std::fs::write(&path, bytes).unwrap();
    path
}

/// The dark pixels of a canvas with this text.
fn ink(says: &str, fonts: &Fonts) -> usize {
    use zaoshi::charts::draw::layout::Type;
    let mut canvas = Canvas::sized(400.0, 100.0);
    canvas.write(says, 20.0, 60.0, Type::VALUE);
    let picture = resvg::tiny_skia::Pixmap::decode_png(&png(&canvas, fonts).unwrap()).unwrap();
    picture.data().chunks(4).filter(|pixel| pixel[0] < 128).count()
}

#[test]
fn a_letter_without_a_glyph_is_drawn_by_another_font_or_named_and_never_blank() {
    let folder = tempfile::tempdir().unwrap();
    let alpha = Fonts::with(&[with_alpha(folder.path())]).unwrap();
    let own = Fonts::own();
    assert_eq!((own.lacking("α plan"), alpha.lacking("α plan")), (vec!['α'], Vec::new()));
    // The rest of the label is there, and so is the letter: as itself, or as a box.
    let rest = ink("plan", &own);
    assert!(rest > 100 && ink("α plan", &own) > rest + 10 && ink("α plan", &alpha) > rest + 10);
    assert_ne!(ink("α plan", &own), ink("α plan", &alpha));

    let mut summary = summaries::plain();
    summary.designs[1].says = "α plan".into();
    summary.designs[2].says = "α".into();
    let [boxed, found] = [&own, &alpha].map(|fonts| draw_all(&summary, fonts).unwrap());
    let notes = charts::notes(&boxed);
    assert_eq!(notes.len(), 1, "{notes:?}");
    assert!(
        notes[0].contains("in \"α\"") && notes[0].contains("α (U+03B1)") && notes[0].contains("--font"),
        "{notes:?}"
    );
    assert_eq!(charts::notes(&found), Vec::<String>::new());
    // What other people open does not depend on the fonts of this machine.
    assert!(
        boxed.iter().zip(&found).all(|(a, b)| a.svg == b.svg) && boxed.iter().zip(&found).any(|(a, b)| a.png != b.png)
    );

    // Text that the own fonts cover never does.
    let plain = summaries::plain();
    assert!(draw_all(&plain, &own).unwrap() == draw_all(&plain, &alpha).unwrap());

    let nothing = folder.path().join("nothing.ttf");
    std::fs::write(&nothing, "no font").unwrap();
    let fault = Fonts::with(&[nothing]).err().unwrap();
    assert!(fault.to_string().contains("is not a font: give a TTF, OTF or TTC file") && fault.exit_code() == 2);
}

/// Linear red, green and blue of a colour as a reader sees it: with normal sight, or without one kind of cones (Machado, Oliveira &
/// Fernandes 2009, doi.org/10.1109/TVCG.2009.113, severity 1).
fn seen(colour::Colour(r, g, b): colour::Colour, sight: [[f64; 3]; 3]) -> [f64; 3] {
    let linear = [r, g, b].map(|c| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    });
    sight.map(|row| row.iter().zip(linear).map(|(a, b)| a * b).sum::<f64>().clamp(0.0, 1.0))
}

/// CIE lightness, and places between green and red, and between blue and yellow.
fn lab([r, g, b]: [f64; 3]) -> [f64; 3] {
    let f = |t: f64| if t > 216.0 / 24389.0 { t.cbrt() } else { (24389.0 / 27.0 * t + 16.0) / 116.0 };
    let x = f((0.412_456_4 * r + 0.357_576_1 * g + 0.180_437_5 * b) / 0.950_47);
    let y = f(0.212_672_9 * r + 0.715_152_2 * g + 0.072_175 * b);
    let z = f((0.019_333_9 * r + 0.119_192 * g + 0.950_304_1 * b) / 1.088_83);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

#[test]
fn colours_differ_for_every_reader_and_stand_out_from_white() {
    const NORMAL: [[f64; 3]; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    const SIGHTS: [[[f64; 3]; 3]; 4] = [
        NORMAL,
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_82, 0.042_94, 0.968_881]],
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_9]],
    ];
    let all: Vec<colour::Colour> = colour::DESIGNS.into_iter().chain([colour::GREY]).collect();
    assert_eq!(all.len(), zaoshi::findings::chart_titles::SHOWN, "one for each design that charts show");
    for (k, &one) in all.iter().enumerate() {
        let [r, g, b] = seen(one, NORMAL);
        let contrast = 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
        assert!(contrast >= 3.0, "{}: {contrast:.2} to white", one.hex());
        for (other, sight) in all[..k].iter().flat_map(|other| SIGHTS.map(|sight| (*other, sight))) {
            let (a, b) = (lab(seen(one, sight)), lab(seen(other, sight)));
            let apart = a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
            // Some 2.3 is the least difference that is seen side by side; lines stand apart.
            assert!(apart >= 12.0, "{} and {} are {apart:.1} apart", one.hex(), other.hex());
        }
    }
}
