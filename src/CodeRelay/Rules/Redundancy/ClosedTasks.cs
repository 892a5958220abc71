using System.Text.RegularExpressions;
using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Rules.Redundancy;

/// <summary>
/// Finds tasks that a packet marks as done in one place and describes in another: "| Phase 2 | ✅ |" here, a section "Phase 2: retry" there. The
/// description is then a report, whatever section it is in.
/// </summary>
internal sealed partial class ClosedTasks
{
    private const int LongestMark = 160;

    private static readonly PhraseList Done = new(
        "done", "complete", "completed", "finished", "shipped", "merged", "erledigt", "fertig", "abgeschlossen", "terminé", "terminée", "fini", "hecho", "terminado", "feito", "concluído", "fatto", "completato", "gotowe", "tamamlandı",
        "готово", "сделано", "выполнено", "завершено", "завершён", "завершена", "完成", "完了", "완료", "hoàn thành", "xong");

    // The files of one packet share a directory; "Phase 2" of another packet is another task.
    private readonly HashSet<(string Directory, string Label)> _closed = [];
    private readonly HashSet<Block> _bodies = [];

    public ClosedTasks(IEnumerable<Document> documents)
    {
        var open = new HashSet<(string, string)>();
        foreach (var document in documents.Where(document => document.Kind != DocumentKind.Instruction))
        {
            foreach (var block in document.Blocks.Where(block => block is { IsHeader: false, Kind: BlockKind.ListItem or BlockKind.TableRow or BlockKind.Paragraph }))
            {
                if (LabelOf(block.Text) is not { } label)
                    continue;
                if (IsClosed(block))
                    _closed.Add((document.Directory, label));
                else
                    open.Add((document.Directory, label));
            }

            AddBodies(document);
        }

        // Contradicting marks prove nothing.
        _closed.ExceptWith(open);
    }

    /// <summary>True when a section describes a task that its packet marks as done elsewhere.</summary>
    public bool Describes(Section section) => _closed.Count > 0 && section.Blocks is [var first, ..] && LabelOf(section.Title) is { } label && _closed.Contains((first.Document.Directory, label));

    /// <summary>True when a block is nested in a ticked task.</summary>
    public bool IsBody(Block block) => _bodies.Contains(block);

    private void AddBodies(Document document)
    {
        Block? ticked = null;
        foreach (var block in document.Blocks)
        {
            if (block.Kind != BlockKind.ListItem || block.Section != ticked?.Section || block.Depth <= ticked.Depth)
                ticked = block.CheckBox == CheckBox.Done ? block : null;
            else if (block.CheckBox == CheckBox.None)
                _bodies.Add(block);
        }
    }

    private static bool IsClosed(Block block) =>
        block.Text.Length <= LongestMark && block.CheckBox is CheckBox.None or CheckBox.Done && !ProtectedWording.IsProtected(block)
        && (FinishedWork.IsTicked(block) || FinishedWork.IsMarked(block) || Done.IsIn(block.Text));

    private static string? LabelOf(string text) =>
        Label().Match(text) is { Success: true } match ? $"{match.Groups["word"].Value.ToUpperInvariant()} {match.Groups["number"].Value}" : null;

    // At the start, after markup only: "**Phase 2**: …", "T-12 …".
    [GeneratedRegex(@"^[^\p{L}\p{N}]{0,6}(?<word>phase|step|task|milestone|stage|sprint|feature|aufgabe|schritt|étape|tâche|fase|paso|tarea|etapa|этап|фаза|шаг|задача|阶段|步骤|任务|フェーズ|ステップ|단계|giai đoạn|bước|T|[A-Z]{2,8}-)\s*#?(?<number>\d+(?:\.\d+)*[a-z]?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label();
}
