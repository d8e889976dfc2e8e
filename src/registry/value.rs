//! Set: the value of a knob, from the file or the default.

use serde::de::value::SeqDeserializer;
use serde::de::{self, IntoDeserializer, Visitor};

/// A value of another knob, as a lever gives it: a number in that knob's unit, or a text with a unit, or an ISO date.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(untagged)]
pub enum Given {
    /// A number.
    Number(f64),
    /// A text with a unit, or a date.
    Text(String),
}

impl<'de> IntoDeserializer<'de> for Given {
    type Deserializer = Set;
    fn into_deserializer(self) -> Set {
        match self {
            Given::Number(x) => Set::Number(x),
            Given::Text(text) => Set::Text(text),
        }
    }
}

/// The resolved value of a knob.
#[derive(Clone, Debug, PartialEq)]
pub enum Set {
    /// Number, rate (per year) or duration (days).
    Number(f64),
    /// Whole number.
    Count(i64),
    /// Amount, and span in days.
    Quota(f64, f64),
    /// Word, text, name or ISO date.
    Text(String),
    /// `true` or `false`.
    Flag(bool),
    /// Names.
    Names(Vec<String>),
    /// Numbers.
    Numbers(Vec<f64>),
    /// A value of another knob.
    Given(Given),
    /// Values of another knob.
    Givens(Vec<Given>),
    /// Not set, without a default.
    Absent,
}

impl<'de> IntoDeserializer<'de> for Set {
    type Deserializer = Set;
    fn into_deserializer(self) -> Set {
        self
    }
}

impl<'de> de::Deserializer<'de> for Set {
    type Error = de::value::Error;
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self {
            Set::Number(x) => visitor.visit_f64(x),
            Set::Count(n) => visitor.visit_i64(n),
            Set::Quota(n, days) => visitor.visit_seq(SeqDeserializer::new([n, days].into_iter())),
            Set::Text(text) => visitor.visit_string(text),
            Set::Flag(flag) => visitor.visit_bool(flag),
            Set::Names(names) => visitor.visit_seq(SeqDeserializer::new(names.into_iter())),
            Set::Numbers(numbers) => visitor.visit_seq(SeqDeserializer::new(numbers.into_iter())),
            Set::Given(given) => given.into_deserializer().deserialize_any(visitor),
            Set::Givens(list) => visitor.visit_seq(SeqDeserializer::new(list.into_iter())),
            Set::Absent => visitor.visit_unit(),
        }
    }
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self {
            Set::Absent => visitor.visit_none(),
            given => visitor.visit_some(given),
        }
    }
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        match self {
            Set::Text(word) => {
                let word: de::value::StringDeserializer<Self::Error> = word.into_deserializer();
                de::Deserializer::deserialize_enum(word, name, variants, visitor)
            }
            other => Err(de::Error::custom(format!("{other:?} is not a word"))),
        }
    }
    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
