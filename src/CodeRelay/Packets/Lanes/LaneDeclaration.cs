using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CodeRelay.Documents;

namespace CodeRelay.Packets.Lanes;

/// <summary>
/// The lanes that a HANDOFF.md declares: the front matter keys `lane`, `from`, `to`, `executor`, `reviewer`, `switch`, and lines such as
/// "Reviewer: the audit lane". Read once per document.
/// </summary>
internal sealed partial class LaneDeclaration
{
    private static readonly ConditionalWeakTable<Document, LaneDeclaration> Known = [];

    private readonly Document _document;
    private readonly Lazy<DeclaredValue?> _executor;
    private readonly Lazy<DeclaredValue?> _reviewer;

    private LaneDeclaration(Document document)
    {
        _document = document;
        Declared = FromFrontMatter("lane");
        From = FromFrontMatter("from_lane", "from-lane", "from");
        To = FromFrontMatter("to_lane", "to-lane", "to");
        Switch = FromFrontMatter("switch", "switch_reason", "switch-reason");
        _executor = new(() => FromFrontMatter("executor", "implementer") ?? FromText(Executors(), _ => true));
        _reviewer = new(() => FromFrontMatter("reviewer", "review_owner", "review-owner", "review") ?? FromText(Reviewers(), statement => statement.IsAbout(SectionKind.Review)));
    }

    /// <summary>The value of `lane`, even if it is not the name of a lane; null when the key is missing.</summary>
    public DeclaredValue? Declared { get; }

    /// <summary>The origin of the packet: a lane, a tool or an address.</summary>
    public DeclaredValue? From { get; }

    /// <summary>The destination of the packet: a lane, a tool or an address.</summary>
    public DeclaredValue? To { get; }

    /// <summary>The reason for the switch.</summary>
    public DeclaredValue? Switch { get; }

    /// <summary>The actor that makes the change.</summary>
    public DeclaredValue? Executor => _executor.Value;

    /// <summary>The actor that reviews it.</summary>
    public DeclaredValue? Reviewer => _reviewer.Value;

    /// <summary>The current lane of the packet: `lane`, else `to`.</summary>
    public Lane? Active => LaneNames.TryParse(Declared?.Value ?? To?.Value, out var lane) ? lane : null;

    /// <summary>The previous lane of the packet.</summary>
    public Lane? FromLane => LaneNames.TryParse(From?.Value, out var lane) ? lane : null;

    /// <summary>True for a packet that names a lane, which makes it a contract.</summary>
    public bool NamesLane => Declared is not null || FromLane is not null || LaneNames.TryParse(To?.Value, out _);

    public static LaneDeclaration Of(Document handoff) => Known.GetValue(handoff, static document => new LaneDeclaration(document));

    private DeclaredValue? FromFrontMatter(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (_document.FrontMatter?.Entries.TryGetValue(key, out var entry) != true || string.IsNullOrWhiteSpace(entry!.Value))
                continue;
            var line = _document.Text.Line(entry.Line);
            var at = line.IndexOf(entry.Value, StringComparison.Ordinal);
            return at < 0
                ? new DeclaredValue(entry.Value, _document.Text.LineStart(entry.Line), line.Length)
                : new DeclaredValue(entry.Value, _document.Text.LineStart(entry.Line) + at, entry.Value.Length);
        }

        return null;
    }

    private DeclaredValue? FromText(Regex label, Func<Statement, bool> isCandidate)
    {
        foreach (var statement in _document.Statements.Where(statement => statement.Block.Kind != BlockKind.Fence && isCandidate(statement) && !statement.IsStruck))
        {
            if (label.Match(statement.SourceOpening.ToString()) is { Success: true } match && match.Groups["value"] is { } value && !value.Value.StartsWith('<'))
                return new DeclaredValue(value.Value.Trim().Trim('`', '*'), statement.Start + value.Index, value.Length);
        }

        return null;
    }

    private const string Label = @"\A[\s>|]*(?:[-*+•]\s+|\d+[.)]\s+)?(?:\[.\]\s+)?[*_`]*";
    private const string Value = @"[*_`]*\s*(?:[:：|]|\s[-—–]\s)\s*[*_`]*(?<value>[^\n|]*[^\s|.])";

    [GeneratedRegex(Label + "(?:executor|implementer|implemented by|executed by|ausführung|ausführender|exécutant|ejecutor|executor|исполнитель|执行者|执行人|実行者|実装担当|수행자|người thực hiện)" + Value, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Executors();

    [GeneratedRegex(Label + "(?:reviewer|review owner|reviewed by|review by|prüfer|relecteur|revisor|revisore|recenzent|ревьюер|评审人|审查人|レビュー担当|리뷰어|người duyệt)" + Value, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reviewers();
}
