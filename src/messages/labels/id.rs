//! Labels and hints in Indonesian.

use super::Label;

/// What a person calls the field.
pub const fn label(label: Label) -> &'static str {
    match label {
        Label::ProductCode => "Kode produk",
        Label::Destination => "Nomor tujuan",
        Label::MobileNumber => "Nomor HP",
        Label::WalletNumber => "Nomor HP dompet digital",
        Label::MeterNumber => "Nomor meter atau ID pelanggan PLN",
        Label::CustomerNumber => "ID pelanggan PLN",
        Label::BpjsNumber => "Nomor BPJS Kesehatan",
        Label::DriverNumber => "Nomor pengemudi",
        Label::CustomerPhone => "Nomor HP pelanggan",
        Label::Amount => "Nominal",
        Label::SellingPrice => "Harga jual",
        Label::Reference => "Nomor referensi",
        Label::Quantity => "Jumlah tiket",
        Label::BuyerFirstName => "Nama depan",
        Label::BuyerLastName => "Nama belakang",
        Label::BuyerDialCode => "Kode telepon negara",
        Label::BuyerPhone => "Nomor telepon",
        Label::Email => "Alamat e-mail",
        Label::Locale => "Bahasa tiket",
        Label::BuyerCountry => "Negara",
        Label::State => "Provinsi atau wilayah",
        Label::BookingFields => "Data pemesanan",
        Label::BookingKey => "Nama data",
        Label::BookingValue => "Isi data",
        Label::EventTime => "Jam kunjungan",
        Label::StartDate => "Tanggal mulai",
        Label::EndDate => "Tanggal selesai",
        Label::Customers => "Data pengunjung",
        Label::CustomerFields => "Rincian pengunjung",
        Label::OrderDetail => "Data pemesan",
        Label::OrderName => "Nama pemesan",
        Label::OrderPhone => "Nomor HP pemesan",
        Label::Departure => "Perjalanan pergi",
        Label::Return => "Perjalanan pulang",
        Label::Trip => "Nomor perjalanan",
        Label::Passengers => "Data penumpang",
        Label::SeatName => "Nomor kursi",
        Label::PassengerName => "Nama penumpang",
        Label::BirthDate => "Tanggal lahir",
        Label::Gender => "Jenis kelamin",
        Label::Male => "Laki-laki",
        Label::Female => "Perempuan",
        Label::IdCard => "Nomor KTP (NIK)",
        Label::Merchant => "ID merchant",
        Label::Percentage => "Persentase margin",
        Label::TransactionId => "Nomor transaksi",
    }
}

/// The hint under the field.
pub const fn help(label: Label) -> &'static str {
    match label {
        Label::ProductCode
        | Label::Reference
        | Label::Quantity
        | Label::State
        | Label::BookingFields
        | Label::BookingKey
        | Label::BookingValue
        | Label::Customers
        | Label::CustomerFields
        | Label::OrderDetail
        | Label::Departure
        | Label::Return
        | Label::Trip
        | Label::Passengers
        | Label::SeatName
        | Label::Male
        | Label::Female
        | Label::Merchant
        | Label::TransactionId => "",
        Label::Destination => "Nomor HP, nomor meter, atau nomor pelanggan, sesuai produknya.",
        Label::MobileNumber | Label::OrderPhone => "Misalnya 0812 3456 7890.",
        Label::WalletNumber => "Nomor HP yang terdaftar di dompet digital.",
        Label::MeterNumber => "11 angka nomor meter atau 12 angka ID pelanggan.",
        Label::CustomerNumber => "12 angka, tercetak di tagihan listrik.",
        Label::BpjsNumber => "13 angka di kartu, atau 16 angka nomor virtual account.",
        Label::DriverNumber => "Lihat di aplikasi pengemudi.",
        Label::CustomerPhone => "Nomor HP yang bisa dihubungi.",
        Label::Amount => "Dalam rupiah bulat, misalnya 20500.",
        Label::SellingPrice => "Dalam rupiah bulat, misalnya 21000.",
        Label::BuyerFirstName | Label::BuyerLastName | Label::OrderName | Label::PassengerName | Label::Gender => {
            "Seperti di kartu identitas."
        }
        Label::BuyerDialCode => "Untuk Indonesia: 62.",
        Label::BuyerPhone => "Tanpa kode negara, misalnya 812 3456 7890.",
        Label::Email => "Misalnya nama@example.com.",
        Label::Locale => "Misalnya id atau en.",
        Label::BuyerCountry => "Kode dua huruf, misalnya id.",
        Label::EventTime => "Misalnya 09:30.",
        Label::StartDate | Label::EndDate => "Hari/bulan/tahun, misalnya 31/12/2025.",
        Label::BirthDate => "Hari/bulan/tahun, misalnya 09/12/1996.",
        Label::IdCard => "16 angka di KTP, KIA, atau Kartu Keluarga.",
        Label::Percentage => "Misalnya 1,4.",
    }
}
