//! Where the verdict flips, in words.
//!
//! Invariant: nothing is claimed of cases that are too few.

use zaoshi::charts::{Source, draw_all};
use zaoshi::error::Error;
use zaoshi::findings;
use zaoshi::stats::flips::{Case, Flips};
use zaoshi::stats::sweep_points::Points;
use zaoshi::words::number::{many, percent};

use super::{Asked, Told, index};
use crate::cli::table_style::{RULED, fitted};

/// What counts as a flip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Counts {
    /// The design gains nothing on the baseline.
    Behind,
    /// Another design is best than over all worlds.
    Best,
    /// The design does not come to --target.
    Target,
}

/// Whether the question can be asked at all: before anything is run.
pub(super) fn sound(asked: &Asked, alone: bool) -> Result<(), Error> {
    match (asked.case, asked.target) {
        (Counts::Target, None) => {
            Err(Error::Asked("--case target needs to know what to come to, such as --target 40".to_owned()))
        }
        (Counts::Behind | Counts::Best, _) if alone => {
            Err(Error::Asked("there is a baseline alone, so nothing can flip; ask for --case target".to_owned()))
        }
        _ => Ok(()),
    }
}

pub(super) fn told(asked: &Asked, points: &Points) -> Result<Told, Error> {
    let design = index(asked, points)?;
    sound(asked, points.designs.len() < 2)?;
    let case = match (asked.case, asked.target) {
        (Counts::Target, Some(target)) => Case::Misses { design, target },
        (Counts::Best, _) => Case::NotBest { design: asked.design.as_ref().map(|_| design) },
        _ => Case::Behind { design },
    };
    let sound = points.sound();
    if points.turns_levers() && !points.axes.iter().any(|axis| !axis.lever && axis.varies(&sound)) {
        let says = "this sweep turns levers alone, which are ours, so nothing of the world can flip the verdict: \
                    ask --assumptions or --map of it, or give the scenario an [uncertainty]";
        return Err(Error::Asked(says.to_owned()));
    }
    let found = findings::flips(points, case);
    // Where nothing flips, or everything does, there is nothing to draw.
    let some = found.cases > 0 && found.cases < found.points;
    let chart = if some { draw_all(Source::Flips { flips: &found, case, points })?.pop() } else { None };
    Told::of("flips", shown(&found), &found, found.table(), chart)
}

fn shown(found: &Flips) -> String {
    let mut text = format!("{}\n", found.says());
    if found.cases == 0 || found.cases == found.points {
        return text + "No chart: there is nothing to tell apart.\n";
    }
    if found.each == "point" {
        text += "Points turn levers of ours as well; conditions are of the world alone\n";
    }
    if found.boxes.is_empty() {
        return text + "The chart shows where cases and others lie.\n";
    }
    text += &format!("{} of {} are cases\n\n", found.cases, many(found.points, found.each));
    let mut table = fitted(RULED);
    table.set_header(["box", "condition", "", "chance", "coverage", "density", &format!("{}s in it", found.each)]);
    for (k, one) in found.boxes.iter().enumerate() {
        for (j, condition) in one.conditions.iter().enumerate() {
            let once = |text: String| if j == 0 { text } else { String::new() };
            table.add_row([
                once((k + 1).to_string()),
                condition.says.clone(),
                condition.standing.clone(),
                if condition.quasi_p < 0.001 { "< 0.001".to_owned() } else { format!("{:.3}", condition.quasi_p) },
                once(percent(one.fares.coverage)),
                once(percent(one.fares.density)),
                once(percent(one.fares.mass)),
            ]);
        }
    }
    text += &format!("{}\n\n", table.trim_fmt());
    text += match found.tree_agrees {
        Some(true) => "A tree of the same points splits on the same first.\n",
        Some(false) => "A tree of the same points splits on something else first: take the conditions with care.\n",
        None => "A tree of the same points finds no split worth saying.\n",
    };
    text
}
