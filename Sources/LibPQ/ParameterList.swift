// Parameters in the layout that libpq wants: parallel arrays of types, pointers, lengths, formats.

/// Keeps the bytes of all parameters in one piece while libpq reads them.
struct ParameterList {
  private var storage: [CChar] = []
  /// Offsets into `storage`; nil stands for NULL.
  private var offsets: [Int?] = []
  private var types: [UInt32] = []
  private var lengths: [CInt] = []
  private var formats: [CInt] = []

  /// Lays the parameters out, and refuses those that libpq would cut short.
  init(_ parameters: [Parameter], for statement: Statement) throws(PostgresError) {
    guard parameters.count <= Int(UInt16.max) else {
      throw PostgresError(
        .misuse, "\(parameters.count) parameters given, at most 65535 can be sent",
        statement: statement.name)
    }
    for (index, parameter) in parameters.enumerated() {
      types.append(parameter.type.rawValue)
      switch parameter.value {
      case .null:
        append(nil, length: 0, isBinary: false)
      case .text(let text):
        var text = text
        guard !text.withUTF8({ $0.contains(0) }) else {
          throw PostgresError(
            .misuse, "parameter $\(index + 1) holds a NUL byte, which PostgreSQL cannot store",
            statement: statement.name)
        }
        append(storage.count, length: text.utf8.count, isBinary: false)
        text.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) { storage.append(contentsOf: $0) }
        }
        storage.append(0)
      case .bytes(let bytes):
        append(storage.count, length: bytes.count, isBinary: true)
        bytes.withUnsafeBufferPointer { bytes in
          bytes.withMemoryRebound(to: CChar.self) { storage.append(contentsOf: $0) }
        }
        storage.append(0)
      }
    }
  }

  private mutating func append(_ offset: Int?, length: Int, isBinary: Bool) {
    offsets.append(offset)
    lengths.append(CInt(clamping: length))
    formats.append(isBinary ? 1 : 0)
  }

  /// The arrays as libpq takes them; valid only inside `body`.
  struct Arrays {
    let count: CInt
    let types: UnsafePointer<UInt32>?
    let values: UnsafePointer<UnsafePointer<CChar>?>?
    let lengths: UnsafePointer<CInt>?
    let formats: UnsafePointer<CInt>?
  }

  /// Lends the arrays to one call of libpq.
  func withArrays<T>(_ body: (Arrays) -> T) -> T {
    storage.withUnsafeBufferPointer { bytes in
      let values = offsets.map { offset in
        offset.flatMap { start in bytes.baseAddress.map { $0 + start } }
      }
      return values.withUnsafeBufferPointer { values in
        types.withUnsafeBufferPointer { types in
          lengths.withUnsafeBufferPointer { lengths in
            formats.withUnsafeBufferPointer { formats in
              body(
                Arrays(
                  count: CInt(values.count), types: types.baseAddress,
                  values: values.baseAddress, lengths: lengths.baseAddress,
                  formats: formats.baseAddress))
            }
          }
        }
      }
    }
  }
}
