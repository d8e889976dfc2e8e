//! The shape of a scenario file: which tables it may hold and which values stand in them.
//!
//! Everything that reads, checks, lists or documents scenarios walks [`ROOT`]; nothing else knows the language.

use super::plan_form::{LEVER, PLAN, UNCERTAINTY};
use super::preset_actions;
use super::search_form::{SEARCH, WORLD};
use crate::incentives::{
    self, announcement, badge, balance, belief, campaign, carrier, endorsement, framework, ladder, occasion, path,
    points, prize, shop,
};
use crate::kinds;
use crate::mechanisms;
use crate::registry::{Form, Knob, Part, Shape};

/// The whole file.
pub const ROOT: Form = Form {
    says: "A scenario: the world, the rules, and the designs to compare.",
    knobs: &[
        Knob::needed_text("name").says("The scenario's name, in kebab-case; it names the output folder."),
        Knob::text("title", "").says("The name that charts and verdicts print; the name itself where it is empty."),
        Knob::text("question", "").says("The question that the scenario answers."),
        Knob::text("extends", "").says("What this one starts from: a file relative to it, or the name of a scenario that comes with the program."),
        Knob::references("presets", "<presets>")
            .says("Published rules that stand in place of those of the same name; what the file or the patch says comes over them."),
        Knob::date("start").says("The first day of the first tick."),
        Knob::duration("horizon", 1.0..=36_525.0, 1095.75).says("How long the designs are compared."),
        Knob::choice("tick", &["1 day", "1 week", "1 month", "1 quarter", "1 year"], "1 week")
            .says("The length of one step; a month or a year biases diffusion by several percent."),
        Knob::count("replicates", "runs", 1..=100_000, 64).says("How many paired runs of each design."),
        Knob::number("replicates_until", "share of the baseline", 0.0..=1.0, 0.0)
            .says("Where it is not 0: runs go on beyond `replicates` until the mean gain of every design is known to so much, eight times in ten."),
        Knob::count("replicates_most", "runs", 1..=100_000, 1024)
            .says("With `replicates_until`: no more paired runs than that, whatever is known."),
        Knob::count("seed", "", 0..=i64::MAX, 7).says("One number for the whole experiment."),
        Knob::text("headline", "active-people").says("The metric that the verdict compares."),
        Knob::references("beside", "<metrics>").says("Metrics that the verdict shows beside the headline, at most three."),
        Knob::maybe("target", "", -1e15..=1e15)
            .says("What the headline must reach in a world for a design to be good enough there."),
        Knob::text("baseline", "Baseline").says("What charts and verdicts call the design without a patch."),
    ],
    parts: &[
        Part { name: "segment", shape: Shape::Named(&SEGMENT) },
        Part { name: "contacts", shape: Shape::One(&CONTACTS) },
        Part { name: "action", shape: Shape::Named(&ACTION) },
        Part { name: "preset-actions", shape: Shape::One(&preset_actions::ACTIONS) },
        Part { name: "mechanism", shape: Shape::Rows(|| mechanisms::SHELF.forms()) },
        Part { name: "points", shape: Shape::Named(&points::FORM) },
        Part { name: "balance", shape: Shape::One(&balance::FORM) },
        Part { name: "shop", shape: Shape::Named(&shop::FORM) },
        Part { name: "prize", shape: Shape::Named(&prize::FORM) },
        Part { name: "badge", shape: Shape::Named(&badge::FORM) },
        Part { name: "ladder", shape: Shape::Named(&ladder::FORM) },
        Part { name: "campaign", shape: Shape::Named(&campaign::FORM) },
        Part { name: "carrier", shape: Shape::Named(&carrier::FORM) },
        Part { name: "occasion", shape: Shape::Named(&occasion::FORM) },
        Part { name: "hub", shape: Shape::One(&kinds::HUB) },
        Part { name: "organisation", shape: Shape::Named(&kinds::ORGANISATION) },
        Part { name: "path", shape: Shape::Named(&path::FORM) },
        Part { name: "framework", shape: Shape::One(&framework::FORM) },
        Part { name: "sig", shape: Shape::Named(&kinds::sig::FORM) },
        Part { name: "chapter", shape: Shape::Named(&kinds::chapter::FORM) },
        Part { name: "flywheel", shape: Shape::One(&kinds::flywheel::FORM) },
        Part { name: "belief", shape: Shape::One(&belief::FORM) },
        Part { name: "trust", shape: Shape::One(&kinds::trust::FORM) },
        Part { name: "announcement", shape: Shape::Named(&announcement::FORM) },
        Part { name: "milestone", shape: Shape::Named(&kinds::milestone::FORM) },
        Part { name: "endorsement", shape: Shape::Named(&endorsement::FORM) },
        Part { name: "budget", shape: Shape::One(&BUDGET) },
        Part { name: "coast", shape: Shape::One(&COAST) },
        Part { name: "record", shape: Shape::One(&RECORD) },
        Part { name: "history", shape: Shape::Named(&HISTORY) },
        Part { name: "treatment", shape: Shape::Patches(&TREATMENT) },
        Part { name: "plan", shape: Shape::One(&PLAN) },
        Part { name: "lever", shape: Shape::Named(&LEVER) },
        Part { name: "uncertainty", shape: Shape::Named(&UNCERTAINTY) },
        Part { name: "search", shape: Shape::One(&SEARCH) },
        Part { name: "world", shape: Shape::Patches(&WORLD) },
        Part { name: "intervention", shape: Shape::Patches(&INTERVENTION) },
        Part { name: "shock", shape: Shape::Named(&SHOCK) },
    ],
};

/// `[segment.developers]`.
pub const SEGMENT: Form = Form {
    says: "People with common numbers.",
    knobs: &[
        Knob::count("people", "people", 1..=1_000_000_000, 1000).says("Everybody whom the product could ever reach."),
        Knob::count("members_at_start", "people", 0..=1_000_000_000, 0)
            .says("How many have adopted when the run begins."),
        Knob::count("contributors_at_start", "people", 0..=1_000_000_000, 0)
            .says("How many members are engaged contributors when the run begins."),
        Knob::choice("ages_at_start", &["steady", "new"], "steady")
            .says("Whether those members have ages from a steady state or have all just arrived."),
        Knob::count("employers", "organisations", 0..=1_000_000, 0)
            .says("Among how many employers its people are spread evenly; 0: each is their own."),
        Knob::duration("history", 1.0..=36_525.0, 1826.25)
            .says("How long ago the oldest of the members at the start may have arrived.")
            .guess(),
    ],
    // Any mechanism's knobs, for this segment alone.
    parts: &[Part { name: "mechanism", shape: Shape::Rows(|| mechanisms::SHELF.forms()) }],
};

/// `[contacts]`.
pub const CONTACTS: Form = Form {
    says: "Who may hear from whom.",
    knobs: &[
        Knob::choice("kind", &["well-mixed", "blocks", "random", "small-world", "scale-free", "file"], "well-mixed")
            .says("The structure of contacts."),
        Knob::number("mean_degree", "contacts", 1.0..=1000.0, 10.0).says("Contacts of a person, on average.").guess(),
        Knob::number("rewire", "share", 0.0..=1.0, 0.05)
            .says("Share of a small world's ties that lead anywhere instead of next door.")
            .cited("Watts & Strogatz 1998, Nature 393: the small-world range"),
        Knob::number("own_block", "share", 0.0..=1.0, 0.5)
            .says("With blocks: the share of contacts inside one's own segment.")
            .guess(),
        Knob::text("file", "").says("With file: a CSV of two columns, from and to, with people numbered from 0."),
        Knob::flag("redraw", true).says("Whether each replicate draws a network of its own."),
    ],
    parts: &[],
};

/// `[action.answer]`.
pub const ACTION: Form = Form {
    says: "Something that a person may do when triggered.",
    knobs: &[
        Knob::text("title", "").says("What charts call it."),
        Knob::number("effort", "hours", 0.0..=1000.0, 0.5).says("Hours that it takes.").guess(),
        Knob::number("appeal", "logits", -30.0..=30.0, 0.0)
            .says("How likely it is chosen, against an action at 0.")
            .calibrated("shares of deeds in a real community"),
        Knob::number("barrier", "logits", 0.0..=30.0, 0.0)
            .says("What the first time costs on top, for want of knowledge.")
            .guess(),
        Knob::number("challenge", "skill", 0.0..=1.0, 0.0).says("The skill that it is matched to.").guess(),
        Knob::flag("reviewed", false).says("Whether it takes a reviewer's hours and counts when merged."),
        Knob::number("review_hours", "hours", 0.0..=1000.0, 1.0).says("Reviewer hours for one of it.").guess(),
        Knob::flag("contribution", false)
            .says("Whether whoever does it counts as an active contributor and becomes engaged."),
        Knob::maybe_reference("mimics", "action").says("The honest action whose points it collects without its value."),
        Knob::number("detection", "chance", 0.0..=1.0, 0.05)
            .says("With mimics: the chance that one deed is found out.")
            .guess(),
        Knob::count("penalty_points", "points", 0..=1_000_000_000, 0)
            .says("With mimics: points taken away when found out."),
        Knob::flag("mutual", false)
            .says("With mimics: whether two accounts give the points to each other, as with mutual likes."),
        Knob::references("who", "segment").says("The segments that may do it; all, where it is empty."),
    ],
    parts: &[
        Part { name: "value", shape: Shape::One(&VALUE) },
        Part { name: "relief", shape: Shape::One(&incentives::NEEDS) },
    ],
};

/// `[action.answer.value]`: what one deed is truly worth to the ecosystem.
pub const VALUE: Form = Form {
    says: "What one deed is truly worth, whatever it earns.",
    knobs: &[
        Knob::number("content", "units", 0.0..=1000.0, 0.0).says("Content that others read.").guess(),
        Knob::number("code", "units", 0.0..=1000.0, 0.0).says("Code.").guess(),
        Knob::number("knowledge", "units", 0.0..=1000.0, 0.0).says("Knowledge that passes to others.").guess(),
    ],
    parts: &[],
};

/// `[budget]`.
pub const BUDGET: Form = Form {
    says: "Money: what there is, and how it is split into pools.",
    knobs: &[
        Knob::count("total", "money", 0..=1_000_000_000_000_000, 0).says("Money that comes in every period."),
        Knob::text("currency", "CNY").says("The currency's code."),
        Knob::duration("period", 1.0..=36_525.0, 365.25).says("How often it comes in."),
        Knob::number("hour", "money", 0.01..=1e9, 100.0)
            .says("What an hour of people's own time is worth to them.")
            .guess(),
        Knob::number("worth", "money a year", 0.0..=1e12, 0.0)
            .says("What one unit of the headline is worth; 0: no present value is told."),
        Knob::number("discount", "share a year", 0.0..=10.0, 0.1)
            .says("How much less the same is worth a year later.")
            .guess(),
        Knob::number("felt", "logits", 0.0..=10.0, 0.3)
            .says("How far pay moves people: for each e-fold of 1 + pay an hour over what the hour is worth.")
            .guess(),
    ],
    parts: &[Part { name: "pools", shape: Shape::Numbers(&POOL) }],
};
const POOL: Knob = Knob::number("pool", "share", 0.0..=1.0, 0.0).says("The share of the total that this pool gets.");

/// `[coast]`.
pub const COAST: Form = Form {
    says: "What is still active after all spending stops.",
    knobs: &[
        Knob::count("replicates", "runs", 0..=100_000, 16)
            .says("For how many replicates the run goes on twice; 0 for none."),
        Knob::duration("after", 1.0..=3653.0, 365.25).says("How long after spending stops the activity is compared."),
    ],
    parts: &[],
};

/// `[record]`.
pub const RECORD: Form = Form {
    says: "What is written down.",
    knobs: &[
        Knob::choice("every", &["tick", "month", "quarter", "year"], "month").says("How often a row is written."),
        Knob::count("people", "people", 0..=1_000_000, 0)
            .says("Of how many people the traces are kept, in replicate 0."),
    ],
    parts: &[],
};

/// `[history.active]`: months of a real community, drawn as dots under the fan.
pub const HISTORY: Form = Form {
    says: "Real observations, drawn as dots under the fan of a metric.",
    knobs: &[
        Knob::needed_text("file").says("A CSV file, relative to the scenario."),
        Knob::text("date", "month").says("The column of dates (YYYY-MM or YYYY-MM-DD)."),
        Knob::needed_text("value").says("The column of values."),
        Knob::needed_text("metric").says("The metric that the values belong to."),
        Knob::text("source", "").says("Where the numbers come from; printed under the chart."),
    ],
    parts: &[],
};

/// `[treatment.points-shop]`.
pub const TREATMENT: Form = Form {
    says: "A design: a named patch of the scenario.",
    knobs: &[
        Knob::text("says", "").says("What charts and verdicts call the design."),
        Knob::maybe_date("from").says("The day from which it holds; the start of the run where it is absent."),
    ],
    parts: &[],
};

/// `[intervention.halve-points]`.
pub const INTERVENTION: Form = Form {
    says: "A patch with a date, or with a condition.",
    knobs: &[
        Knob::text("says", "").says("What charts call it."),
        Knob::maybe_date("on").says("The day from which it holds; one of `on` and `when` must be given."),
        Knob::text("when", "")
            .says("The condition with which it begins to hold, such as \"active-people > 900 for 12 weeks\"."),
        Knob::duration("every", 1.0..=3653.0, 7.0).says("With when: how often the condition is looked at."),
        Knob::flag("again", false)
            .says("With when: whether it ends when its condition no longer holds, and may begin again."),
    ],
    parts: &[],
};

/// `[shock.outage]`.
pub const SHOCK: Form = Form {
    says: "What strikes once, on a day, and changes people and points, not the rules.",
    knobs: &[
        Knob::text("says", "").says("What charts call it."),
        Knob::date("on").says("The day on which it strikes."),
        Knob::references("segments", "segment").says("The segments that it strikes; all, where it is empty."),
        Knob::number("leave", "share", 0.0..=1.0, 0.0).says("The share of members who leave for good."),
        Knob::number("stop", "share", 0.0..=1.0, 0.0).says("The share of engaged contributors who stop contributing."),
        Knob::number("vacate", "share", 0.0..=1.0, 0.0)
            .says("The share of those who stand on a ladder who give up their place, reviewers among them."),
        Knob::number("wipe", "share", 0.0..=1.0, 0.0).says("The share of each balance of points that is lost."),
        Knob::number("doubt", "share", 0.0..=1.0, 0.0).says(
            "With belief: the share of the belief in what is promised that is lost, as when a promise is exposed.",
        ),
        Knob::text("expose", "").says(
            "With belief or trust: one promise that is exposed, such as ladder.contributor.tier.toc, path.partner.tier.top or announcement.scale.",
        ),
        Knob::number("factor", "times", 0.0..=1.0, 0.5)
            .says("With expose: how far that promise is still believed, times what it was.")
            .guess(),
    ],
    parts: &[],
};
