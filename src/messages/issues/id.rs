//! Issue sentences in Indonesian.

use crate::code::Code;

/// The sentence of a code, with its places.
pub const fn template(code: Code) -> &'static str {
    match code {
        Code::InputNotObject | Code::InputMalformed | Code::InputTooDeep | Code::InputCyclic => {
            "Data formulir tidak terbaca. Muat ulang halaman, lalu isi lagi."
        }
        Code::InputDuplicateKey => "Isian ini terkirim dua kali. Muat ulang halaman, lalu isi lagi.",
        Code::InputTooLarge => "Data yang diisi terlalu banyak. Kurangi isinya, lalu coba lagi.",
        Code::InputUnreadable => "Isian ini tidak terbaca. Silakan isi ulang.",
        Code::FieldMissing => "{label} belum diisi.",
        Code::FieldUnknown => "Isian ini tidak dikenal.[ Mungkin maksudnya {suggestion}?]",
        Code::FieldWrongType => "Isian ini tidak sesuai. Silakan isi ulang.",
        Code::FieldNotYours => "Bagian ini diatur penjual dan tidak bisa diisi di sini.",
        Code::TextTooLong => "Terlalu panjang.[ Maksimal {max} karakter.]",
        Code::TextTooShort => "Terlalu pendek.[ Minimal {min} karakter.]",
        Code::TextControlCharacter => "Ada karakter tersembunyi di sini. Hapus isinya, lalu ketik ulang.",
        Code::TextBidi => "Ada karakter pembalik arah tulisan di sini. Hapus isinya, lalu ketik ulang.",
        Code::TextMalformed => "Ada karakter yang rusak di sini. Hapus isinya, lalu ketik ulang.",
        Code::TextNotAllowed => "Ada karakter yang tidak bisa dipakai di sini.[ Gunakan: {allowed}]",
        Code::TextEscapeSensitive => "Tanda seperti & kadang ditolak penyedia. Jika bisa, tulis dengan kata.",
        Code::MsisdnNotPhone => "Ini bukan nomor telepon. Tulis seperti 0812 3456 7890.",
        Code::MsisdnTooShort => "Nomornya kurang angka[, minimal {min}]. Periksa lagi.",
        Code::MsisdnTooLong => "Nomornya kelebihan angka[, maksimal {max}]. Periksa lagi.",
        Code::MsisdnNotMobile => "Ini bukan nomor HP. Gunakan nomor yang diawali 08.",
        Code::MsisdnWrongCountry => "Kode negara nomor ini tidak cocok[ dengan +{dial_code}]. Periksa lagi.",
        Code::MsisdnUnknownPrefix => "Awalan nomor ini belum kami kenal. Periksa lagi.",
        Code::MsisdnOtherOperator => {
            "Nomor ini tampaknya milik operator lain[: {operator}, bukan {expected}]. Periksa lagi."
        }
        Code::MsidnNotPhone => "Di sini biasanya diisi nomor HP. Periksa lagi.",
        Code::MsidnPhoneRequired => "BPJS memerlukan nomor HP pelanggan. Tulis seperti 0812 3456 7890.",
        Code::AmountNotDigits => "Tulis nominal dengan angka saja, misalnya 20500.",
        Code::AmountAmbiguous => "Nominal ini bisa berarti dua hal. Tulis tanpa titik dan koma, misalnya 20500.",
        Code::AmountHasDecimals => "Tulis rupiah bulat tanpa sen, misalnya 20500.",
        Code::AmountTooLarge => "Nominalnya terlalu besar. Periksa lagi.",
        Code::AmountZero => "Nominalnya harus lebih dari nol.",
        Code::AmountBelowCost => "Harga jual ini di bawah harga beli. Periksa lagi.",
        Code::DateMalformed => "Tulis tanggal seperti 31/12/2025.",
        Code::DateNotRealDay => "Tanggal ini tidak ada di kalender. Periksa lagi.",
        Code::DateInPast => "Tanggal ini sudah lewat. Pilih hari ini atau sesudahnya.",
        Code::DateInFuture => "Tanggal ini belum tiba. Pilih hari ini atau sebelumnya.",
        Code::DateTooOld => "Tanggal ini terlalu lampau[, lebih dari {max} tahun lalu]. Periksa tahunnya.",
        Code::DateOutOfOrder => "Tanggal selesai tidak boleh sebelum tanggal mulai.",
        Code::TimeMalformed => "Tulis jam seperti 09:30.",
        Code::TimeNotReal => "Jam ini tidak ada. Gunakan 00:00 sampai 23:59.",
        Code::EmailMalformed => "Alamat e-mail belum benar. Tulis seperti nama@example.com.",
        Code::EmailTooLong => "Alamat e-mail ini terlalu panjang. Periksa lagi.",
        Code::EmailNoDot => "Bagian setelah @ tampaknya belum lengkap, mungkin kurang .com atau .id.",
        Code::CountryUnknown => "Negara ini tidak dikenal. Tulis kode dua huruf, misalnya id.",
        Code::DialCodeUnknown => "Kode negara ini tidak dikenal. Untuk Indonesia: 62.",
        Code::DialCodeOtherCountry => "Kode ini bukan kode negara Anda. Periksa lagi.",
        Code::LocaleMalformed => "Kode bahasa belum benar. Tulis seperti id atau en.",
        Code::IdCardNot16Digits => "Nomor KTP terdiri dari 16 angka. Cocokkan dengan kartunya.",
        Code::IdCardLooksLikePassport => "Ini tampaknya nomor paspor, bukan nomor KTP. Periksa lagi.",
        Code::IdCardNotNik => "Nomor KTP ini tampaknya salah ketik. Cocokkan dengan kartunya.",
        Code::NikNot16Digits => "NIK terdiri dari 16 angka. Cocokkan dengan KTP.",
        Code::NikNotRealDay => "Tanggal lahir di dalam NIK ini tidak ada. Cocokkan dengan KTP.",
        Code::NikUnknownProvince => "Dua angka pertama NIK bukan kode provinsi. Cocokkan dengan KTP.",
        Code::NikSerialZero => "Empat angka terakhir NIK tidak mungkin 0000. Cocokkan dengan KTP.",
        Code::NikBirthDiffers => "Tanggal lahir berbeda dengan yang ada di NIK. Periksa keduanya.",
        Code::NikGenderDiffers => "Jenis kelamin berbeda dengan yang ada di NIK. Periksa keduanya.",
        Code::PassportMalformed => "Nomor paspor terdiri dari 5 sampai 9 huruf dan angka. Cocokkan dengan paspornya.",
        Code::PassportUnusual => {
            "Nomor paspor Indonesia biasanya terdiri dari satu huruf dan tujuh angka. Periksa lagi."
        }
        Code::MeterNot11Or12Digits => "Isi [{meter} angka nomor meter atau ]12 angka ID pelanggan PLN.",
        Code::MeterNotCustomerNumber => "Tagihan PLN dicari dengan 12 angka ID pelanggan, bukan nomor meter.",
        Code::BpjsMalformed => "Isi 13 angka nomor kartu BPJS atau 16 angka nomor virtual account.",
        Code::BpjsUnusual => "Nomor ini tidak biasa untuk BPJS. Cocokkan dengan kartu atau tagihannya.",
        Code::DriverUnusual => "Nomor pengemudi biasanya 4 sampai 20 angka. Periksa lagi.",
        Code::ReferenceMalformed => "Nomor referensi tidak bisa dipakai. Muat ulang halaman, lalu coba lagi.",
        Code::ReferenceNotUuidV4 => "Nomor referensi sebaiknya berupa UUID versi 4.",
        Code::NameMalformed => "Tulis nama dengan huruf, seperti di kartu identitas.",
        Code::PercentageMalformed => "Tulis persentase dengan angka, misalnya 1,4.",
        Code::ChoiceUnknown => "Pilihan ini tidak ada. Pilih salah satu yang tersedia.",
        Code::NumberNotInteger => "Tulis bilangan bulat, misalnya 2.",
        Code::NumberOutOfRange => "Angka ini di luar batas.[ Isi {min} sampai {max}.]",
        Code::RowsTooMany => "Isinya terlalu banyak.[ Maksimal {max}.]",
        Code::RowsTooFew => "Isinya masih kurang.[ Minimal {min}.]",
        Code::RowsDuplicate => {
            "Isian ini sama dengan yang sebelumnya[, yaitu yang ke-{first}]. Ubah atau hapus salah satu."
        }
        Code::PassengerDuplicate => {
            "Nomor identitas ini sudah dipakai penumpang lain[, yaitu yang ke-{first}]. Periksa keduanya."
        }
        Code::CustomersNotQuantity => {
            "Jumlah pengunjung dan tiket berbeda[: {customers} orang, {quantity} tiket]. Periksa keduanya."
        }
        Code::PassengersNotEqual => {
            "Jumlah penumpang pergi dan pulang berbeda[: {departure} dan {return}]. Periksa keduanya."
        }
        Code::TripSameBothWays => "Perjalanan pulang sama dengan perjalanan pergi. Pilih perjalanan yang lain.",
        Code::InquiryNotOffered => "Produk ini tidak bisa dicek dulu, tetapi tetap bisa dibeli.",
        Code::InquiryUnsure => "Produk ini mungkin tidak bisa dicek dulu.",
        Code::BookingKeyMissing => "Atraksi ini meminta isian lain[: {key}]. Silakan isi.",
        Code::DateNotOffered => "Atraksi ini tidak tersedia pada tanggal ini. Pilih tanggal lain.",
        Code::TripMismatch => "Perjalanan ini bukan yang ditampilkan. Muat ulang halaman, lalu isi lagi.",
        Code::TripInPast => "Waktu berangkatnya sudah lewat. Pilih perjalanan yang lain.",
        Code::TripReturnTooEarly => {
            "Perjalanan pulang dimulai sebelum perjalanan pergi selesai. Pilih perjalanan yang lain."
        }
        Code::SeatNotFree => "Kursi ini tidak tersedia. Pilih kursi lain.",
        Code::SeatNotEnough => {
            "Kursinya tidak cukup[, tinggal {available}]. Kurangi penumpangnya atau pilih perjalanan yang lain."
        }
    }
}
