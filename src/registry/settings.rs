//! Settings: one table with all its values, and its conversion to a struct.
//!
//! Invariant: the struct has exactly one field per knob ([`Settings::make`] refuses otherwise, and the shelf tests make
//! every row from its own defaults).

use serde::de::value::MapDeserializer;
use serde::de::{self, DeserializeOwned, Visitor};

use super::knob::Knob;
use super::value::Set;

/// One table with all its values: those of the file, otherwise the defaults.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// Name and value of each knob, in the order of the form.
    pub values: Vec<(&'static str, Set)>,
}

impl Settings {
    /// The table with every knob at its default.
    pub fn defaults(knobs: &'static [Knob]) -> Self {
        Settings { values: knobs.iter().map(|k| (k.name, k.default())).collect() }
    }
    /// The value of a knob by name; `None` if the table has no such knob.
    pub fn value(&self, name: &str) -> Option<&Set> {
        self.values.iter().find(|(n, _)| *n == name).map(|(_, v)| v)
    }
    /// The same table with one value replaced.
    pub fn with(mut self, name: &str, value: Set) -> Self {
        if let Some(slot) = self.values.iter_mut().find(|(n, _)| *n == name) {
            slot.1 = value;
        }
        self
    }
    /// Converts the table to the struct that the code uses: one field per knob, no more and no fewer.
    pub fn make<T: DeserializeOwned>(&self) -> T {
        // Only a mistake in the code causes a mismatch of fields and knobs; the shelf tests find it.
        T::deserialize(self).unwrap_or_else(|fault| unreachable!("knobs and fields differ: {fault}"))
    }
    /// As [`Settings::make`], but returns the mismatch; for the shelf tests.
    pub fn try_make<T: DeserializeOwned>(&self) -> Result<T, String> {
        T::deserialize(self).map_err(|fault| fault.to_string())
    }
}

impl<'de> de::Deserializer<'de> for &Settings {
    type Error = de::value::Error;
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        let entries = self.values.iter().map(|(name, value)| (*name, value.clone()));
        visitor.visit_map(MapDeserializer::new(entries))
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        let without_knob = fields.iter().find(|f| self.value(f).is_none());
        let without_field = self.values.iter().find(|(k, _)| !fields.contains(k));
        match (without_knob, without_field) {
            (Some(f), _) => Err(de::Error::custom(format!("{name}: field {f} has no knob"))),
            (_, Some((k, _))) => Err(de::Error::custom(format!("{name}: knob {k} has no field"))),
            _ => self.deserialize_any(visitor),
        }
    }
    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}
