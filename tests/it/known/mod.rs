//! Known answers: each mechanism and rule, alone, against its closed form, through a scenario that a user could write.

mod diffusion;
