//! The conditions under which the verdict flips, in words.
//!
//! Invariant: too few cases give no conditions.

use crate::charts::{Source, draw_all};
use crate::error::Error;
use crate::findings;
use crate::say;
use crate::stats::flips::{Case, Flips};
use crate::stats::sweep_points::Points;
use crate::words::number::percent;

use super::{Answer, Args, fonts, index};
use crate::cli::help;
use crate::cli::table_style::{heads, ruled};

/// What counts as a flip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Question {
    #[value(help = help::value("cli-explain", "case-behind"))]
    Behind,
    #[value(help = help::value("cli-explain", "case-best"))]
    Best,
    #[value(help = help::value("cli-explain", "case-target"))]
    Target,
}

/// Refuses a question that cannot be answered, before anything is run. `alone`: there is only a baseline.
pub(super) fn check(args: &Args, alone: bool) -> Result<(), Error> {
    match (args.case, args.target) {
        (Question::Target, None) => Err(Error::Argument(say!("flips-no-target"))),
        (Question::Behind | Question::Best, _) if alone => Err(Error::Argument(say!("flips-baseline-alone"))),
        _ => Ok(()),
    }
}

pub(super) fn answer(args: &Args, points: &Points) -> Result<Answer, Error> {
    let design = index(args, points)?;
    check(args, points.designs.len() < 2)?;
    let case = match (args.case, args.target) {
        (Question::Target, Some(target)) => Case::Misses { design, target },
        (Question::Best, _) => Case::NotBest { design: args.design.as_ref().map(|_| design) },
        _ => Case::Behind { design },
    };
    let sound = points.sound();
    if sound.is_empty() {
        return Err(Error::Argument(say!("explain-baseline-undefined")));
    }
    if points.turns_levers() && !points.axes.iter().any(|axis| !axis.lever && axis.varies(&sound)) {
        return Err(Error::Argument(say!("flips-levers-alone")));
    }
    let found = findings::flips(points, case);
    // If nothing flips, or everything does, there is nothing to draw.
    let some = found.cases > 0 && found.cases < found.points;
    let chart = if some { draw_all(Source::Flips { flips: &found, case, points }, &fonts(args)?)?.pop() } else { None };
    Answer::new("flips", text(&found), &found, found.table(), chart)
}

/// The text and the table, as the terminal shows them.
fn text(found: &Flips) -> String {
    let mut text = format!("{}\n", found.says());
    if found.cases == 0 || found.cases == found.points {
        return text + &say!("flips-no-chart") + "\n";
    }
    if found.each == "point" {
        text += &(say!("flips-points") + "\n");
    }
    if found.boxes.is_empty() {
        return text + &say!("flips-no-box") + "\n";
    }
    let cases = found.cases.to_string();
    text += &format!("{}\n\n", say!("flips-cases", cases = cases, points = found.points, each = found.each));
    let mut table = ruled(heads(&say!("flips-heads", each = found.each)));
    for (k, one) in found.boxes.iter().enumerate() {
        for (j, condition) in one.conditions.iter().enumerate() {
            // A box has one row for each condition; its own numbers stand in the first.
            let once = |text: String| if j == 0 { text } else { String::new() };
            table.add_row([
                once((k + 1).to_string()),
                condition.says.clone(),
                condition.standing.clone(),
                if condition.quasi_p < 0.001 { say!("flips-tiny") } else { format!("{:.3}", condition.quasi_p) },
                once(percent(one.fares.coverage)),
                once(percent(one.fares.density)),
                once(percent(one.fares.mass)),
            ]);
        }
    }
    text += &format!("{}\n\n", table.trim_fmt());
    text += &match found.tree_agrees {
        Some(true) => say!("flips-tree-agrees"),
        Some(false) => say!("flips-tree-differs"),
        None => say!("flips-tree-finds-nothing"),
    };
    text + "\n"
}
