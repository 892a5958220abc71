using System.Globalization;
using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Packets;
using CodeRelay.Workspace;

namespace CodeRelay.Rules.Budget;

/// <summary>Instruction files are longer than a runtime takes, so that a part of them is cut off or ignored.</summary>
public sealed partial class RLY2003InstructionChainOverLimit : Rule
{
    // Codex: project_doc_max_bytes, one budget for the files from the root down to the working directory, root first, cut silently.
    private const int CodexBytes = 32 * 1024;

    // Claude Code warns above this; @imports count, they are pasted in.
    private const int ClaudeCharacters = 40_000;

    private const string CodexConfiguration = ".codex/config.toml";

    private static readonly string[] CodexNames = ["AGENTS.override.md", "AGENTS.md"];

    public override RuleInfo Info { get; } = new("RLY2003", "instruction-chain-over-limit", Severity.Warning, "instruction files are longer than a runtime reads")
    {
        NoFix = "what to cut is a matter of judgement",
        Needs = Facts.Files,
    };

    public override void Check(RuleContext context)
    {
        CheckCodex(context);
        foreach (var document in context.Documents.Where(document => IsClaudeFile(document.Path)))
            CheckClaude(document, context);
    }

    private void CheckCodex(RuleContext context)
    {
        var limit = CodexLimit(context.Repository);
        var directories = context.Repository.Files.WithName("AGENTS.md").Concat(context.Repository.Files.WithName("AGENTS.override.md")).Select(path => DirectoryOf(path)).Append("").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var directory in directories)
        {
            var chain = Chain(context.Repository, directory);
            var bytes = chain.Sum(file => file.Bytes);
            var judged = chain.Select(file => context.Documents.FirstOrDefault(document => document.Path == file.Path)).LastOrDefault(document => document is not null);
            // Every directory below one that is over is over as well; once is enough.
            if (bytes <= limit || judged is null || !reported.Add(judged.Path))
                continue;
            context.Report(
                this,
                judged,
                $"Codex reads {limit:N0} bytes of AGENTS.md files and drops the rest without a word; in {(directory.Length == 0 ? "the root" : directory)} they have {bytes:N0}; cut {bytes - limit:N0}",
                [.. chain.Select(file => new EvidenceItem(EvidenceKind.Document, file.Path, $"{file.Bytes:N0} bytes"))]);
        }
    }

    private void CheckClaude(Document document, RuleContext context)
    {
        var files = Imports.Closure(context.Repository, document);
        var characters = files.Sum(file => file.Text.Content.Length);
        if (characters <= ClaudeCharacters)
            return;
        var what = files.Count == 1 ? document.Path : $"{document.Path} with its imports";
        context.Report(
            this,
            document,
            $"{what} has {characters:N0} characters, and Claude Code warns above {ClaudeCharacters:N0}; cut {characters - ClaudeCharacters:N0}",
            [.. files.Select(file => new EvidenceItem(EvidenceKind.Document, file.Path, $"{file.Text.Content.Length:N0} characters"))]);
    }

    private static bool IsClaudeFile(string path) => path is "CLAUDE.md" or ".claude/CLAUDE.md";

    private static IReadOnlyList<(string Path, long Bytes)> Chain(Repository repository, string directory)
    {
        var chain = new List<(string, long)>();
        var segments = directory.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var depth = 0; depth <= segments.Length; depth++)
        {
            var prefix = string.Concat(segments.Take(depth).Select(segment => segment + "/"));
            foreach (var name in CodexNames)
            {
                if (repository.ReadText(prefix + name) is not { ByteCount: > 0 } text)
                    continue;
                chain.Add((prefix + name, text.ByteCount));
                break;
            }
        }

        return chain;
    }

    private static string DirectoryOf(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    private static int CodexLimit(Repository repository) =>
        repository.ReadText(CodexConfiguration) is { } text && Limit().Match(text.Content) is { Success: true } match
        && int.TryParse(match.Groups["bytes"].Value.Replace("_", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? bytes
            : CodexBytes;

    [GeneratedRegex(@"^\s*project_doc_max_bytes\s*=\s*(?<bytes>[0-9_]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Limit();
}
