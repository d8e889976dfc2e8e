//! What the user wrote.
pub mod schema;
