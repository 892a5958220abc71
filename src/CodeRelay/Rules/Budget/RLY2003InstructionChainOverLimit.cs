using CodeRelay.Analysis;
using CodeRelay.Documents;

namespace CodeRelay.Rules.Budget;

/// <summary>Instruction files exceed a runtime's limit, so that a part of them is cut off or ignored.</summary>
internal sealed class RLY2003InstructionChainOverLimit : Rule
{
    public override RuleInfo Info { get; } = new("RLY2003", "instruction-chain-over-limit", Severity.Warning, "instruction files are longer than a runtime reads")
    {
        NoFix = "what to cut is a matter of judgement",
        Needs = Facts.Files,
    };

    internal override void Check(RuleContext context)
    {
        foreach (var (runtime, limits) in context.RuntimeLimits)
        {
            if (limits.InstructionBytes is { } bytes)
                CheckChain(runtime, bytes, context);
            foreach (var document in limits.InstructionCharacters is null ? [] : context.Documents.Where(document => IsClaudeFile(document.Path)))
                CheckFile(runtime, limits.InstructionCharacters!.Value, document, context);
        }
    }

    private void CheckChain(string runtime, int usual, RuleContext context)
    {
        var limit = InstructionLimits.OfCodex(context.Repository, usual);
        var directories = context.Repository.Files.WithName("AGENTS.md").Concat(context.Repository.Files.WithName("AGENTS.override.md")).Select(path => DirectoryOf(path)).Append("").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var directory in directories)
        {
            var chain = InstructionLimits.CodexChain(context.Repository, directory);
            var bytes = chain.Sum(file => file.Bytes);
            var last = chain.Select(file => context.Documents.FirstOrDefault(document => document.Path == file.Path)).LastOrDefault(document => document is not null);
            // Every directory below one over the limit is over it too; one finding is enough.
            if (bytes <= limit || last is null || !reported.Add(last.Path))
                continue;
            context.Report(
                this,
                last,
                $"the AGENTS.md files for {(directory.Length == 0 ? "the root" : directory)} have {bytes:N0} bytes, but {runtime} reads {limit:N0} and silently drops the rest; cut {bytes - limit:N0} bytes",
                [.. chain.Select(file => new EvidenceItem(EvidenceKind.Document, file.Path, $"{file.Bytes:N0} bytes"))]);
        }
    }

    private void CheckFile(string runtime, int limit, Document document, RuleContext context)
    {
        var files = Imports.Closure(context.Repository, document);
        var characters = files.Sum(file => file.Text.Content.Length);
        if (characters <= limit)
            return;
        var what = files.Count == 1 ? document.Path : $"{document.Path} with its imports";
        context.Report(
            this,
            document,
            $"{what} has {characters:N0} characters, but {runtime} warns above {limit:N0}; cut {characters - limit:N0} characters",
            [.. files.Select(file => new EvidenceItem(EvidenceKind.Document, file.Path, $"{file.Text.Content.Length:N0} characters"))]);
    }

    private static bool IsClaudeFile(string path) => path is "CLAUDE.md" or ".claude/CLAUDE.md";

    private static string DirectoryOf(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";
}
