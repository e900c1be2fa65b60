import Cabinet
import CabinetStore
import CityOffice
import FoundationEssentials

/// What a snapshot keeps: the fold of the journal, and what was worked out from it.
struct SnapshotBody: Codable {
  var state: CabinetState
  var agenda: OfficeAgenda?
  var opened: OpenedServices?
}

extension CabinetSession {
  /// Takes over the last snapshot, where there is one that this version reads.
  func restoreSnapshot() throws(CabinetFailure) {
    let snapshot: Snapshot?
    do { snapshot = try log.loadSnapshot(of: stream) } catch { throw .store(error) }
    guard let snapshot,
      let body = try? JSONDecoder().decode(SnapshotBody.self, from: Data(snapshot.body))
    else { return }
    state = body.state
    agenda = body.agenda
    opened = body.opened ?? OpenedServices()
    savedOpened = opened
    head = snapshot.head
    snapshotSeq = snapshot.head.seq
  }

  /// Writes a snapshot, if so many records came since the last, if the office's agenda had to be
  /// worked out anew, or if cards were opened; a snapshot saves time and holds no truth.
  ///
  /// Whoever has folded a long register leaves one of that, too.
  public func saveSnapshot(after records: Int = 1) {
    registers.saveSnapshots()
    guard head.seq - snapshotSeq >= records || isAgendaNew || opened != savedOpened
    else { return }
    if agenda == nil { setAgenda(OfficeAgenda(next: nextOfficeStep()?.at)) }
    // This session, too, goes on with the lighter state.
    state.compact()
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    guard let body = try? encoder.encode(SnapshotBody(state: state, agenda: agenda, opened: opened))
    else { return }
    do {
      try log.saveSnapshot(Snapshot(head: head, body: Array(body)), of: stream)
      snapshotSeq = head.seq
      isAgendaNew = false
      savedOpened = opened
    } catch {
      // The journal holds the truth; the next opening folds it.
    }
  }
}
