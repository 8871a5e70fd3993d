//! The three time zones of Indonesia, without summer time (IANA tz database, `asia` and `zone1970.tab`).

/// A zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Zone {
    /// Western: Sumatra, Java, west and central Kalimantan.
    #[default]
    Wib,
    /// Central: Bali, Nusa Tenggara, Sulawesi, the rest of Kalimantan.
    Wita,
    /// Eastern: Maluku, Papua.
    Wit,
}

impl Zone {
    /// Every zone, from west to east.
    pub const ALL: &'static [Zone] = &[Zone::Wib, Zone::Wita, Zone::Wit];

    /// The zone of that name: `WIB`, `WITA` or `WIT`.
    pub fn named(text: &str) -> Option<Zone> {
        Zone::ALL.iter().copied().find(|zone| zone.as_str() == text)
    }

    /// The name that clocks and tickets print.
    pub fn as_str(self) -> &'static str {
        match self {
            Zone::Wib => "WIB",
            Zone::Wita => "WITA",
            Zone::Wit => "WIT",
        }
    }

    /// Minutes east of UTC.
    pub fn minutes(self) -> i64 {
        match self {
            Zone::Wib => 7 * 60,
            Zone::Wita => 8 * 60,
            Zone::Wit => 9 * 60,
        }
    }
}
