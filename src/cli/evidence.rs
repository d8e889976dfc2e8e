//! `evidence`: published effects of incentives, and what the model says to them.
//!
//! Invariant: off a terminal each row is one line that ends in `inside`, `outside`, `order kept` or `order broken`.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use crate::charts::{Canvas, Fonts, png};
use crate::error::{Attempt, Error};
use crate::evidence::{Answer, answers, chart};
use crate::say;
use crate::store::output_file;
use crate::words::number::{self, figure};

use super::print;
use super::table_style::{heads, ruled};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    id: Option<String>,
    #[arg(long, value_name = "DIR")]
    from: Option<PathBuf>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=4096))]
    threads: Option<u64>,
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[arg(long)]
    json: bool,
}

pub(super) fn evidence(args: &Args) -> Result<(), Error> {
    super::threads(args.threads)?;
    let answers = answers(args.id.as_deref(), args.from.as_deref())?;
    if let Some(folder) = &args.out {
        write(&answers, folder)?;
    }
    if args.json {
        let json = serde_json::to_string_pretty(&answers)
            .map_err(|fault| Error::Drawing { what: say!("evidence-table"), says: fault.to_string() })?;
        return print(&(json + "\n"));
    }
    let mut text = String::new();
    if std::io::stdout().is_terminal() {
        let mut table = ruled(heads(&say!("evidence-heads")));
        for answer in &answers {
            table.add_row(cells(answer));
        }
        text += &format!("{}\n", table.trim_fmt());
    } else {
        for answer in &answers {
            text += &(cells(answer).join(" · ") + "\n");
        }
    }
    print(&(text + &summed(&answers)))
}

/// Writes the table and the chart.
fn write(answers: &[Answer], folder: &Path) -> Result<(), Error> {
    let failed = |source| Error::File { attempt: Attempt::MakeFolder, path: folder.to_owned(), source };
    std::fs::create_dir_all(folder).map_err(failed)?;
    let mut canvas = Canvas::slide();
    chart(answers, &mut canvas);
    let mut table = csv::Writer::from_writer(Vec::new());
    let wrong = |says: String| Error::Drawing { what: say!("evidence-table"), says };
    for answer in answers {
        table.serialize(Flat::of(answer)).map_err(|fault| wrong(fault.to_string()))?;
    }
    let table = table.into_inner().map_err(|fault| wrong(fault.to_string()))?;
    let files = [
        ("evidence.csv", table),
        ("evidence.svg", canvas.svg().into_bytes()),
        ("evidence.png", png(&canvas, &Fonts::with(&[])?)?),
    ];
    for (name, bytes) in files {
        let path = folder.join(name);
        output_file::write(&path, true, |to| {
            to.write_all(&bytes).map_err(|source| Error::File { attempt: Attempt::Write, path: path.clone(), source })
        })?;
    }
    Ok(())
}

/// A row of the table that is written.
#[derive(serde::Serialize)]
struct Flat<'a> {
    id: &'a str,
    group: &'a str,
    study: &'a str,
    citation: &'a str,
    what: &'a str,
    published: &'a str,
    low: Option<f64>,
    high: Option<f64>,
    unit: &'a str,
    verified: &'a str,
    address: &'a str,
    ours: Option<f64>,
    outcome: String,
}

impl<'a> Flat<'a> {
    fn of(answer: &'a Answer) -> Self {
        let row = &answer.row;
        Flat {
            id: &row.id,
            group: &row.group,
            study: &row.cluster,
            citation: &row.citation,
            what: &row.what,
            published: &row.published,
            low: row.low,
            high: row.high,
            unit: &row.unit,
            verified: &row.verified,
            address: &row.address,
            ours: answer.ours,
            outcome: ended(answer),
        }
    }
}

/// The cells of a row: id, study, published with its band, ours, and how it ended.
fn cells(answer: &Answer) -> [String; 5] {
    let row = &answer.row;
    let end = |x: Option<f64>| x.map_or_else(|| "…".to_owned(), figure);
    let published = say!("evidence-published", effect = &row.published, low = end(row.low), high = end(row.high));
    let ours = answer.ours.map_or_else(|| number::NOTHING.to_owned(), |x| format!("{x:.2}"));
    [row.id.clone(), row.citation.clone(), published, ours, ended(answer)]
}

/// How a row ended.
fn ended(answer: &Answer) -> String {
    let row = &answer.row;
    match (row.left_out.as_str(), row.is_order(), answer.inside) {
        ("", true, true) => say!("evidence-order-kept"),
        ("", true, false) => say!("evidence-order-broken"),
        ("", false, true) => say!("evidence-inside"),
        ("", false, false) => say!("evidence-outside"),
        (why, _, _) => say!("evidence-left-out", why = why),
    }
}

/// The counts: rows posed, inside, and by study and group.
fn summed(answers: &[Answer]) -> String {
    let asked: Vec<&Answer> = answers.iter().filter(|answer| answer.row.left_out.is_empty()).collect();
    let posed = asked.iter().filter(|answer| answer.row.is_posed()).count();
    let inside = asked.iter().filter(|answer| answer.inside).count();
    let mut groups: Vec<&str> = asked.iter().map(|answer| answer.row.group.as_str()).collect();
    groups.dedup();
    let by: Vec<String> = groups
        .into_iter()
        .map(|group| {
            let own: Vec<&&Answer> = asked.iter().filter(|answer| answer.row.group == group).collect();
            let inside = own.iter().filter(|answer| answer.inside).count();
            say!("evidence-group", group = group, inside = inside.to_string(), all = own.len().to_string())
        })
        .collect();
    let (all, asked) = (answers.len().to_string(), asked.len().to_string());
    say!(
        "evidence-summed",
        all = all,
        asked = asked,
        posed = posed.to_string(),
        inside = inside.to_string(),
        groups = by.join(", ")
    ) + "\n"
}
