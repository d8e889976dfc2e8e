//! Words: every sentence that a person reads, as a message of one catalogue, `en.ftl`.
//!
//! [`say!`](crate::say) names a message and gives its arguments; [`number`] writes numbers, money and dates, which reach a message as
//! text. Tables and knobs name no message of their own: the id of a table is its message, and a knob of it is an attribute
//! ([`sentence`]). The catalogue is written in Fluent (projectfluent.org), so a second language is a second file.
//!
//! Invariant: a message that the code names is in the catalogue and gets every argument that it asks for, and the catalogue holds no
//! other; `tests/it/words.rs` reads both and proves it.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentMessage, FluentResource, FluentValue};

pub mod number;

/// The English catalogue.
pub const ENGLISH: &str = include_str!("en.ftl");

type Bundle = FluentBundle<FluentResource>;

static CATALOGUE: LazyLock<Bundle> = LazyLock::new(|| {
    // A test finds errors in the file; if there are any, the valid messages still work.
    let resource = FluentResource::try_new(ENGLISH.to_owned()).unwrap_or_else(|(parsed, _)| parsed);
    let mut bundle = Bundle::new_concurrent(vec!["en".parse().unwrap_or_default()]);
    // Otherwise marks that isolate right-to-left text would be in every file and chart.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(count) => Some(number::grouped(&format!("{:.0}", count.value))),
        _ => None,
    }));
    bundle.add_resource_overriding(resource);
    bundle
});

/// An argument of a message: text, or a count on which the plural may depend.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// As it is.
    Text(Cow<'a, str>),
    /// A whole number; written with thousands separators.
    Count(u64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Value::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Value::Text(Cow::Owned(text))
    }
}

impl From<char> for Value<'_> {
    fn from(letter: char) -> Self {
        Value::Text(Cow::Owned(letter.to_string()))
    }
}

impl From<usize> for Value<'_> {
    fn from(count: usize) -> Self {
        Value::Count(count as u64)
    }
}

impl From<u32> for Value<'_> {
    fn from(count: u32) -> Self {
        Value::Count(u64::from(count))
    }
}

impl From<u64> for Value<'_> {
    fn from(count: u64) -> Self {
        Value::Count(count)
    }
}

/// A message of the catalogue with its arguments; [`say!`](crate::say) is the way to call it.
pub fn message(id: &str, arguments: &[(&str, Value)]) -> String {
    match CATALOGUE.get_message(id) {
        Some(message) => written(&message, None, arguments).unwrap_or_else(|| id.to_owned()),
        None => {
            debug_assert!(false, "the catalogue has no message {id}");
            id.to_owned()
        }
    }
}

/// A message, or an attribute of one, that the catalogue may lack: the sentence of a table, or of its knob.
pub fn sentence(id: &str, attribute: Option<&str>) -> Option<String> {
    sentence_with(id, attribute, &[])
}

/// As [`sentence`], with arguments.
pub fn sentence_with(id: &str, attribute: Option<&str>, arguments: &[(&str, Value)]) -> Option<String> {
    written(&CATALOGUE.get_message(id)?, attribute, arguments)
}

/// A message or its attribute as text; `None` if the catalogue lacks it.
fn written(message: &FluentMessage, attribute: Option<&str>, arguments: &[(&str, Value)]) -> Option<String> {
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    let mut given = FluentArgs::with_capacity(arguments.len());
    for (name, value) in arguments {
        match value {
            Value::Text(text) => given.set(*name, text.as_ref()),
            Value::Count(count) => given.set(*name, *count),
        }
    }
    let mut faults = Vec::new();
    let text = CATALOGUE.format_pattern(pattern, Some(&given), &mut faults).into_owned();
    debug_assert!(faults.is_empty(), "{text}: {faults:?}");
    Some(text)
}

/// A sentence of the catalogue: `say!("run-count", count = 3)` is "3 runs".
///
/// Arguments are text (`&str`, `String`, `char`) or counts (`usize`, `u32`, `u64`). Numbers, money and dates are written by
/// [`number`](crate::words::number) first.
///
/// ```
/// assert_eq!(zaoshi::say!("run-count", count = 12_000_usize), "12,000 runs");
/// ```
#[macro_export]
macro_rules! say {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::words::message($id, &[$((stringify!($name), $crate::words::Value::from($value))),*])
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_has_no_mistake() {
        if let Err((_, faults)) = FluentResource::try_new(ENGLISH.to_owned()) {
            panic!("{faults:?}");
        }
    }

    #[test]
    fn a_count_is_one_or_many_and_has_thousands_separators() {
        assert_eq!(
            [0_usize, 1, 2, 12_000].map(|n| say!("run-count", count = n)),
            ["0 runs", "1 run", "2 runs", "12,000 runs"]
        );
    }
}
