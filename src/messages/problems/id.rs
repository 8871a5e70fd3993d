//! Problem sentences in Indonesian.
//!
//! They stay true for every call that can meet the problem: a status call that fails says nothing about the purchase.

use super::Problem;

/// The sentence of a problem.
pub const fn sentence(problem: Problem) -> &'static str {
    match problem {
        Problem::SignedOut => "Anda belum masuk atau sesi Anda sudah berakhir. Silakan masuk, lalu coba lagi.",
        Problem::Forbidden => "Anda tidak memiliki izin untuk ini. Hubungi penjual jika ini keliru.",
        Problem::NotPaid => "Pesanan ini belum dibayar. Selesaikan pembayarannya dulu.",
        Problem::SoldOut => "Maaf, produk ini sudah habis. Silakan pilih yang lain.",
        Problem::OrderTaken => "Pembelian untuk pesanan ini sudah ada. Jangan membeli lagi; lihat dulu hasilnya.",
        Problem::PriceChanged => "Harganya berubah dan belum ada yang dibeli. Lihat harga barunya sebelum melanjutkan.",
        Problem::IntentInFlight => {
            "Pembelian ini sedang atau sudah diproses, jadi tidak bisa dibatalkan. Silakan lihat hasilnya."
        }
        Problem::IntentCancelled => "Pembelian ini sudah dibatalkan dan tidak dikirim. Silakan mulai pembelian baru.",
        Problem::IntentNotFound => "Pembelian ini tidak ditemukan. Periksa nomor referensinya atau hubungi penjual.",
        Problem::ReferenceMissing => "Permintaan ini tidak memuat nomor referensi. Muat ulang halaman, lalu coba lagi.",
        Problem::ReferenceMalformed => "Nomor referensi tidak bisa dipakai. Muat ulang halaman, lalu coba lagi.",
        Problem::ReferenceReused => {
            "Nomor referensi ini sudah dipakai untuk isian lain. Lihat dulu hasil pembelian sebelumnya."
        }
        Problem::InputInvalid => "Ada isian yang perlu diperbaiki. Periksa bagian yang ditandai.",
        Problem::InputTooLarge => "Data yang diisi terlalu banyak. Kurangi isinya, lalu coba lagi.",
        Problem::MediaUnsupported => "Toko tidak bisa membaca permintaan ini. Muat ulang halaman, lalu coba lagi.",
        Problem::OriginForbidden => "Halaman ini tidak bisa dipakai untuk membeli. Buka lagi dari situs resmi penjual.",
        Problem::RateLimited => "Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.",
        Problem::LedgerUnavailable => {
            "Catatan toko sedang tidak bisa dibuka. Permintaan ini tidak diteruskan; coba lagi nanti."
        }
        Problem::AuthorizeUnavailable => {
            "Toko sedang tidak bisa memeriksa pesanan ini. Permintaan ini tidak diteruskan; coba lagi nanti."
        }
        Problem::ProviderUnavailable => "Penyedia sedang tidak bisa dihubungi. Belum ada yang dibeli; coba lagi nanti.",
        Problem::OperationUnknown => "Toko tidak melayani jenis pembelian ini. Silakan hubungi penjual.",
        Problem::MethodNotAllowed | Problem::RouteUnknown => {
            "Toko tidak mengenal permintaan ini. Muat ulang halaman atau hubungi penjual."
        }
    }
}
