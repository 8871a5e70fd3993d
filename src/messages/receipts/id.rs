//! Receipts in Indonesian.

use crate::state::{Line, Next, Reason, State};

use super::{Affair, Told};

/// The name of a line.
pub const fn line_label(line: Line) -> &'static str {
    match line {
        Line::Product => "Produk",
        Line::Destination => "Nomor tujuan",
        Line::CustomerName => "Nama pelanggan",
        Line::Power => "Tarif/daya",
        Line::Price => "Harga",
        Line::Quantity => "Jumlah",
        Line::Token => "Token listrik",
        Line::Serial => "Nomor seri",
        Line::BookingDeparture => "Kode booking pergi",
        Line::BookingReturn => "Kode booking pulang",
        Line::Seats => "Kursi",
        Line::HeldUntil => "Ditahan sampai",
        Line::Percentage => "Persentase margin",
        Line::Time => "Waktu",
        Line::Transaction => "Nomor transaksi",
        Line::Reference => "Nomor referensi",
    }
}

/// The outcome in one or two sentences.
pub const fn sentence(told: Told) -> &'static str {
    match told.affair {
        Affair::Buying => buying(told.state, told.reason),
        Affair::Holding => holding(told.state, told.reason),
        Affair::Asking => asking(told.state, told.reason),
        Affair::LookingUp => looking_up(told.state),
        Affair::Setting => setting(told.state),
    }
}

const fn buying(state: State, reason: Reason) -> &'static str {
    match state {
        State::Accepted => "Pesanan Anda sudah dicatat dan akan diproses setelah pembayaran kami terima.",
        State::Sent => {
            "Pesanan Anda sedang dikirim ke penyedia dan jawabannya belum tiba. Anda tidak perlu membeli lagi."
        }
        State::Pending => "Penyedia sedang memproses pesanan Anda. Anda tidak perlu membeli lagi.",
        State::Held => "Pesanan disimpan untuk Anda. Bayar sebelum batas waktunya habis.",
        State::Success => "Pembelian Anda berhasil. Terima kasih!",
        State::Failed => buying_failed(reason),
        State::Unknown => {
            "Kami belum bisa memastikan apakah pembelian ini berhasil. Jangan membeli lagi; kami sedang memeriksanya."
        }
        State::Cancelled => "Pembelian dibatalkan sebelum dikirim. Tidak ada yang dibeli.",
    }
}

const fn buying_failed(reason: Reason) -> &'static str {
    match reason {
        Reason::Destination => "Nomor tujuan tidak dikenal, jadi tidak ada yang dibeli. Periksa lagi nomornya.",
        Reason::Product => "Produk ini sedang tidak tersedia, jadi tidak ada yang dibeli. Silakan pilih produk lain.",
        Reason::Supplier => "Penyedia sedang mengalami gangguan, jadi tidak ada yang dibeli. Silakan coba lagi nanti.",
        Reason::LastInstalment => {
            "Angsuran terakhir hanya bisa dibayar di kantor cabang. Tidak ada yang dibeli di sini."
        }
        Reason::Blocked => {
            "Akun pelanggan ini tidak aktif atau diblokir, jadi tidak ada yang dibeli. Hubungi layanan pelanggannya."
        }
        Reason::Other => {
            "Pembelian tidak berhasil dan tidak ada yang dibeli. Silakan coba lagi nanti atau hubungi penjual."
        }
    }
}

const fn holding(state: State, reason: Reason) -> &'static str {
    match state {
        State::Accepted => "Pesanan kursi sudah dicatat dan akan diproses setelah pembayaran kami terima.",
        State::Sent => {
            "Pesanan kursi sedang dikirim ke penyedia dan jawabannya belum tiba. Anda tidak perlu memesan lagi."
        }
        State::Pending => "Penyedia sedang memproses kursi Anda. Anda tidak perlu memesan lagi.",
        State::Held => "Kursi ditahan untuk Anda. Bayar sebelum batas waktunya habis.",
        State::Success => "Kursi sudah dipesan untuk Anda.",
        State::Failed => holding_failed(reason),
        State::Unknown => {
            "Kami belum bisa memastikan apakah kursinya ditahan. Jangan memesan lagi; kami sedang memeriksanya."
        }
        State::Cancelled => "Pemesanan kursi dibatalkan sebelum dikirim. Tidak ada kursi yang ditahan.",
    }
}

const fn holding_failed(reason: Reason) -> &'static str {
    match reason {
        Reason::Product => {
            "Kursi atau perjalanan ini tidak tersedia dan tidak ada yang dibeli. Silakan pilih yang lain."
        }
        Reason::Supplier => {
            "Penyedia sedang mengalami gangguan. Tidak ada kursi yang ditahan; silakan coba lagi nanti."
        }
        Reason::Destination | Reason::LastInstalment | Reason::Blocked | Reason::Other => {
            "Kursi tidak berhasil ditahan dan tidak ada yang dibeli. Pilih kursi lain atau hubungi penjual."
        }
    }
}

const fn asking(state: State, reason: Reason) -> &'static str {
    match state {
        State::Accepted | State::Sent | State::Pending | State::Held => "Data sedang dicek. Belum ada yang dibeli.",
        State::Success => "Data ditemukan. Cocokkan dulu sebelum membeli.",
        State::Failed => asking_failed(reason),
        State::Unknown => "Pengecekan tidak mendapat jawaban. Tidak ada yang dibeli; silakan coba lagi.",
        State::Cancelled => "Pengecekan dibatalkan. Tidak ada yang dibeli.",
    }
}

const fn asking_failed(reason: Reason) -> &'static str {
    match reason {
        Reason::Destination => "Nomor ini tidak ditemukan. Periksa lagi nomornya.",
        Reason::Product => "Produk ini sedang tidak tersedia. Silakan pilih produk lain.",
        Reason::Supplier => "Penyedia sedang mengalami gangguan. Silakan coba lagi nanti.",
        Reason::LastInstalment => "Angsuran terakhir hanya bisa dibayar di kantor cabang.",
        Reason::Blocked => "Akun pelanggan ini tidak aktif atau diblokir. Hubungi layanan pelanggannya.",
        Reason::Other => "Pengecekan tidak berhasil. Tidak ada yang dibeli; silakan coba lagi nanti.",
    }
}

const fn looking_up(state: State) -> &'static str {
    match state {
        State::Accepted | State::Sent | State::Pending | State::Held => "Transaksi sedang diperiksa.",
        State::Success => "Transaksi ditemukan.",
        State::Failed | State::Unknown => {
            "Pemeriksaan ini belum memberi kepastian. Itu tidak berarti pembeliannya gagal; jangan membeli lagi dulu."
        }
        State::Cancelled => "Pemeriksaan dibatalkan. Itu tidak mengubah pembeliannya.",
    }
}

const fn setting(state: State) -> &'static str {
    match state {
        State::Accepted | State::Sent | State::Pending | State::Held => "Perubahan sedang disimpan oleh penyedia.",
        State::Success => "Pengaturan sudah disimpan.",
        State::Failed => "Pengaturan tidak berubah. Periksa isiannya atau coba lagi nanti.",
        State::Unknown => "Belum diketahui apakah pengaturan berubah. Periksa dulu sebelum mengubahnya lagi.",
        State::Cancelled => "Perubahan dibatalkan sebelum dikirim. Pengaturan tetap seperti semula.",
    }
}

/// What the buyer does next.
pub const fn next(next: Next) -> &'static str {
    match next {
        Next::None => "Tidak ada yang perlu Anda lakukan.",
        Next::Pay => "Selesaikan pembayaran kepada penjual.",
        Next::Wait => "Tunggu sebentar; hasilnya akan muncul di sini.",
        Next::Confirm => "Bayar atau konfirmasi sebelum batas waktunya habis.",
        Next::Fix => "Perbaiki isiannya, lalu kirim lagi.",
        Next::BuyAgain => "Anda bisa mencoba lagi, sekarang atau nanti.",
        Next::Contact => "Hubungi penjual dan sebutkan nomor referensinya.",
    }
}
