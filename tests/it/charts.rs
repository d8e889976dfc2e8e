//! Charts of runs: nothing overlaps, nothing is cut off, and the numbers support each sentence.

use std::fmt::Write;

use zaoshi::charts::{Canvas, Fonts, Source, draw_all, of_summary, png};

use crate::summaries;

fn sizes() -> [(f64, f64); 2] {
    [(1920.0, 1080.0), (960.0, 1080.0)]
}

#[test]
fn no_text_meets_another_or_leaves_the_paper() {
    let mut faults = Vec::new();
    for (case, summary) in summaries::all() {
        for chart in of_summary() {
            for (width, height) in sizes() {
                let mut canvas = Canvas::sized(width, height);
                chart.draw(Source::Summary(&summary), &mut canvas).unwrap();
                faults.extend(
                    crate::pictures::faults(&canvas, width)
                        .into_iter()
                        .map(|f| format!("{case}/{} at {width}: {f}", chart.name)),
                );
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_chart_has_something_to_say_of_some_summary() {
    let summaries = summaries::all();
    // The regret table has its own summaries, in `searched/charts.rs`.
    for chart in of_summary().filter(|chart| chart.name != "regret-table") {
        let drawn = summaries.iter().any(|(_, summary)| {
            let mut canvas = Canvas::slide();
            chart.draw(Source::Summary(summary), &mut canvas).unwrap();
            !canvas.is_blank()
        });
        assert!(
            drawn,
            "{} is blank for every test summary: add one to tests/it/summaries/ that it can draw",
            chart.name
        );
    }
}

#[test]
fn what_charts_say() {
    let mut said = String::new();
    for (case, summary) in summaries::all() {
        for chart in of_summary() {
            let mut canvas = Canvas::slide();
            chart.draw(Source::Summary(&summary), &mut canvas).unwrap();
            let _ = writeln!(said, "# {case} / {}: {}", chart.name, canvas.title());
            if case == "plain" {
                let texts: Vec<&str> = canvas.written().iter().map(|w| w.text.as_str()).collect();
                let _ = writeln!(said, "{}\n", texts.join(" | "));
            }
        }
    }
    let said = said.replace('\u{a0}', " ").replace(env!("CARGO_PKG_VERSION"), "VERSION");
    insta::assert_snapshot!(said);
}

#[test]
fn the_same_summary_gives_the_same_bytes() {
    let summary = summaries::plain();
    assert!(draw_all(&summary, &Fonts::own()).unwrap() == draw_all(&summary, &Fonts::own()).unwrap());
}

#[test]
fn a_picture_is_as_large_as_a_slide() {
    for drawn in draw_all(&summaries::plain(), &Fonts::own()).unwrap() {
        let side = |at: usize| u32::from_be_bytes(drawn.png[at..at + 4].try_into().unwrap());
        assert_eq!((side(16), side(20)), (1920, 1080), "{}", drawn.name);
    }
}

#[test]
fn every_text_is_drawn() {
    let cases = summaries::all().into_iter().filter(|(case, _)| ["plain", "chinese"].contains(case));
    for drawn in cases.flat_map(|(_, summary)| draw_all(&summary, &Fonts::own()).unwrap()) {
        let written = drawn.svg.matches("<text ").count();
        let tree = shaped(&drawn.svg);
        let laid_out = texts(tree.root());
        assert_eq!(laid_out.len(), written, "{}", drawn.name);
        for (text, width) in laid_out {
            assert!(width > 1.0 || text.trim().is_empty(), "{}: {text:?} is not drawn", drawn.name);
        }
    }
}

/// An SVG with its texts laid out by a shaper of its own.
fn shaped(svg: &str) -> resvg::usvg::Tree {
    use zaoshi::charts::draw::text::{CHINESE, FAMILY, FONTS};
    let mut fonts = resvg::usvg::fontdb::Database::new();
    for bytes in FONTS.into_iter().chain([CHINESE]) {
        fonts.load_font_data(bytes.to_vec());
    }
    let options = resvg::usvg::Options { font_family: FAMILY.to_owned(), fontdb: fonts.into(), ..Default::default() };
    resvg::usvg::Tree::from_str(svg, &options).unwrap()
}

#[test]
fn the_picture_has_its_texts_where_a_shaper_puts_them() {
    let pixels = |tree: &resvg::usvg::Tree| {
        let mut paper = resvg::tiny_skia::Pixmap::new(1920, 1080).unwrap();
        resvg::render(tree, Default::default(), &mut paper.as_mut());
        paper
    };
    let cases = summaries::all().into_iter().filter(|(case, _)| ["plain", "chinese"].contains(case));
    for drawn in cases.flat_map(|(_, summary)| draw_all(&summary, &Fonts::own()).unwrap()) {
        let ours = resvg::tiny_skia::Pixmap::decode_png(&drawn.png).unwrap();
        let theirs = pixels(&shaped(&drawn.svg));
        let apart = ours.data().iter().zip(theirs.data()).filter(|(a, b)| a.abs_diff(**b) > 96).count();
        // A letter that is missing or a pixel off changes hundreds of values; rounding changes the grey of an edge.
        assert!(apart < 60, "{}: {apart} values differ", drawn.name);
    }
}

fn texts(group: &resvg::usvg::Group) -> Vec<(String, f32)> {
    let mut found = Vec::new();
    for node in group.children() {
        match node {
            resvg::usvg::Node::Group(inner) => found.extend(texts(inner)),
            resvg::usvg::Node::Text(text) => {
                let whole = text.chunks().iter().map(|c| c.text()).collect();
                let drawn = if text.flattened().children().is_empty() { 0.0 } else { text.bounding_box().width() };
                found.push((whole, drawn));
            }
            _ => {}
        }
    }
    found
}

#[test]
fn a_text_is_as_wide_as_it_was_measured() {
    use zaoshi::charts::draw::text::{Weight, width};
    for (text, weight) in [
        ("Typographic AVATAR To Ty: 1,117 ± 3", Weight::SemiBold),
        ("¥ 9,400 → 28 % − 3 × 12", Weight::Regular),
        ("8 in 10 runs fall in the band", Weight::Medium),
    ] {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2000\" height=\"100\"><text y=\"50\" font-size=\"40\" \
             font-family=\"Inter\" font-weight=\"{}\">{text}</text></svg>",
            weight.number()
        );
        let tree = shaped(&svg);
        let resvg::usvg::Node::Text(node) = &tree.root().children()[0] else { panic!("no text") };
        let drawn = f64::from(node.bounding_box().width());
        let measured = width(text, 40.0, weight);
        // The drawn box is ink: it excludes the empty space beside the first and the last letter.
        assert!(drawn <= measured + 1.0 && drawn > measured - 6.0, "{text}: drawn {drawn}, measured {measured}");
    }
}

#[test]
fn a_chance_is_never_certain() {
    use zaoshi::words::number::chance;
    assert_eq!(chance(1.0), "99\u{a0}%");
    assert_eq!(chance(0.0), "1\u{a0}%");
}

#[test]
fn numbers_have_three_figures() {
    use zaoshi::words::number::{count, figure, many, money, percent, signed, wall_time};
    let shown = [0.0, 0.534, 4.27, 37.25, 999.6, 12_345.0, 3_012_345.0, -18.0].map(figure);
    assert_eq!(shown, ["0", "0.534", "4.27", "37.2", "1,000", "12,300", "3.01\u{a0}million", "−18"]);
    assert_eq!(count(37.25), "37");
    assert_eq!(percent(0.184), "18\u{a0}%");
    assert_eq!(signed(0.0004, percent), "0\u{a0}%");
    assert_eq!(money("CNY", 9_412.0), "¥\u{a0}9,410");
    assert_eq!(figure(f64::NAN), "—");
    assert_eq!([1, 64, 12_000].map(|n| many(n, "run")), ["1 run", "64 runs", "12,000 runs"]);
    assert_eq!([2.94, 41.7, 72.0, 7_500.0].map(wall_time), ["2.9 s", "42 s", "1 min 12 s", "2 h 5 min"]);
}

/// Not a test: writes every chart of every summary for inspection.
#[test]
#[ignore = "writes pictures to look at"]
fn pictures_to_look_at() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("charts");
    std::fs::create_dir_all(&folder).unwrap();
    for (case, summary) in summaries::all() {
        for chart in of_summary() {
            for (width, height) in sizes() {
                let mut canvas = Canvas::sized(width, height);
                chart.draw(Source::Summary(&summary), &mut canvas).unwrap();
                if !canvas.is_blank() {
                    let name = format!("{}-{case}-{width}.png", chart.name);
                    std::fs::write(folder.join(name), png(&canvas, &Fonts::own()).unwrap()).unwrap();
                }
            }
        }
    }
}
