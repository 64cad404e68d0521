// chiso plan read: a file in, targets and tasks out. No database is asked.

import ArgumentParser
import ETL
import PlanReading
import RowRendering

/// `chiso plan read`.
struct PlanReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration.planVerb(
    .read, "chiso plan read plan.txt", "chiso plan read plan.txt --format json")

  @Argument(help: Help.planFile.argument)
  var file: String

  @Option(help: Help.encoding.argument)
  var encoding: String?

  @Option(help: Help.etl.argument)
  var etl: String?

  @Option(help: Help.lang.argument)
  var lang: String?

  @Flag(name: .shortAndLong, help: Help.quiet.argument)
  var quiet = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let lang, Language(rawValue: lang) == nil {
      throw ValidationError(Help.langWrong(lang))
    }
  }

  func run() throws {
    let folder = try Workspace.jobFolder(etl)
    let page = try read(folder)
    try output.write(page, note: note)
    if page.statements.isEmpty, page.tasks.isEmpty {
      note(DiagnosticReason.nothingPlanned.text)
    }
    if let quality = page.head.quality, quality < PlanPage.goodQuality {
      note(
        Notice.badText(
          formatted(quality, decimals: 2, decimalMark: Language.current.decimalMark)))
    }
  }

  private func read(_ folder: JobFolder) throws -> PlanPage {
    do {
      let text = try PlanFile.text(path: file, name: file, encoding: encoding) { told in
        note(Notice.recognising(String(told.page), String(told.position), String(told.count)))
      }
      let reader = try FolderPlanReader(folder)
      var page = PlanPage(reader.read(text))
      if Language.current == .vi {
        page.head.placeName = page.head.place.flatMap(reader.name(ofPlace:))
      }
      return page
    } catch {
      let path = error.file == file ? file : folder.shown(error.file)
      throw Failure(
        error.reason == .fileMissing ? .notFound : .refused,
        "\(path): \(error.reason.told(error.arguments))")
    }
  }

  private func note(_ text: String) {
    if !quiet { Console.note(text) }
  }
}
