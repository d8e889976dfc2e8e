//! Cases of the file as a whole: its values, presets, contacts, metrics, real observations.

const BLOCKS: &str = "contacts.kind=blocks; segment.users.mechanism.adoption.rule=linear";
const FILE: &str = "contacts.kind=file; contacts.file=DIR/near.csv";
const HISTORY: &str =
    "history.real={ file = \"DIR/history.csv\", value = \"n\", metric = \"active-people\", date = \"month\" }";
const GROWTH: &str = "presets=[\"tencent-cloud-growth\"]; preset-actions.article=docs";
const NET: &str = "presets=[\"tidb-net-points\"]; preset-actions.article=docs; preset-actions.ask=like";
const ELASTIC: &str = "intervention.summer=off; presets=[\"elastic-contributor\"]; preset-actions.article=docs; preset-actions.organise=use";

pub(super) const TURNS: &[(&str, &str)] = &[
    // The file.
    ("", "title=Another title"),
    ("", "question=Another question?"),
    ("", "baseline=As it is"),
    ("", "start=2027-01-11"),
    ("", "scale=2"),
    ("", "horizon=50 weeks"),
    ("", "tick=1 day"),
    ("", "replicates=2"),
    ("", "seed=8"),
    ("", "headline=members"),
    ("", "beside=[\"members\"]"),
    // Presets.
    ("", "presets=[\"kubernetes\"]"),
    (NET, "preset-actions.use=code"),
    (NET, "preset-actions.ask=use"),
    (GROWTH, "preset-actions.answer=like"),
    (GROWTH, "preset-actions.article=code"),
    (ELASTIC, "preset-actions.organise=like"),
    ("presets=[\"hacktoberfest\"]", "preset-actions.code=docs"),
    // Contacts.
    ("", "contacts.kind=random"),
    ("", "contacts.mean_degree=12"),
    ("", "contacts.rewire=0.9"),
    (BLOCKS, "contacts.own_block=0.95"),
    (FILE, "contacts.file=DIR/far.csv"),
    ("", "contacts.redraw=false"),
    // Metrics.
    ("", "coast.replicates=0"),
    ("", "coast.after=40 weeks"),
    ("", "record.every=quarter"),
    ("", "record.people=5"),
    // Real observations.
    (HISTORY, "history.real.file=DIR/other.csv"),
    (HISTORY, "history.real.date=day"),
    (HISTORY, "history.real.value=m"),
    (HISTORY, "history.real.metric=members"),
    (HISTORY, "history.real.source=A survey"),
];
