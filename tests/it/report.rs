//! The report page: complete, self-contained, and safe with any name.

use zaoshi::charts::{Fonts, draw_all};
use zaoshi::report::html;

use crate::summaries;

fn page(summary: &zaoshi::stats::Summary) -> String {
    html(summary, &draw_all(summary, &Fonts::own()).unwrap()).unwrap()
}

#[test]
fn a_page_loads_nothing() {
    let page = page(&summaries::plain());
    let body = page.replace("http://www.w3.org/2000/svg", "");
    assert!(
        !body.contains("http:") && !body.contains("https:") && !body.contains("<link") && !body.contains("<script")
    );
    assert_eq!(page.matches("@font-face").count(), 3);
}

#[test]
fn a_page_holds_every_chart_and_every_assumption() {
    let summary = summaries::plain();
    let page = page(&summary);
    assert_eq!(page.matches("<svg ").count(), draw_all(&summary, &Fonts::own()).unwrap().len());
    for assumption in &summary.assumptions {
        assert!(page.contains(&assumption.path), "{}", assumption.path);
    }
    assert!(page.contains("class=\"mark guess\">guess"));
}

#[test]
fn names_cannot_break_a_page() {
    for (case, summary) in summaries::all().into_iter().filter(|(case, _)| ["long", "zero", "alone"].contains(case)) {
        let page = page(&summary);
        let (_, page) = page.split_once("</style>").unwrap();
        assert!(!page.contains("<sponsors>"), "{case}");
        assert!(!page.contains("NaN"), "{case}");
    }
}

/// Not a test: writes a page for inspection.
#[test]
#[ignore = "writes a page to look at"]
fn page_to_look_at() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    for (case, summary) in summaries::all() {
        std::fs::write(folder.join(format!("report-{case}.html")), page(&summary)).unwrap();
    }
}
