using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Completeness;

/// <summary>A contract names no command that validates the work.</summary>
internal sealed partial class RLY4009NoValidationCommand : ContractRule
{
    private const int LongestCommand = 500;

    public override RuleInfo Info { get; } = new("RLY4009", "no-validation-command", Severity.Warning, "the contract names no command that checks the work")
    {
        Item = "P8",
        NoFix = "choosing the right command of the repository is a matter of judgement",
    };

    private protected override void Check(Packet packet, PacketAnswers answers, RuleContext context)
    {
        var validation = answers.About(SectionKind.Validation);
        if (validation.State == AnswerState.Unfilled)
            return;
        var documents = packet.Documents.Where(document => document.Kind is DocumentKind.Handoff or DocumentKind.ProjectContext);
        if (!documents.SelectMany(document => document.Statements).Any(NamesCommand))
            ReportOfContract(context, packet, validation, "the packet names no validation command, so each session checks the work differently; name the command to run");
    }

    private static bool NamesCommand(Statement statement)
    {
        var isHistory = statement.Kinds is [SectionKind.Done, ..];
        return CodeOf(statement).Any(code => code.Length <= LongestCommand && !Git().IsMatch(code)
            && (Check().IsMatch(code) || !isHistory && Build().IsMatch(code) || statement.IsAbout(SectionKind.Validation) && Script().IsMatch(code)));
    }

    private static IEnumerable<string> CodeOf(Statement statement) => statement.Block.Kind == BlockKind.Fence
        ? statement.Block.Text.Split('\n').Select(line => line.Trim())
        : statement.Spans.Where(span => span.Kind == InlineKind.Code).Select(span => span.Text.Trim());

    [GeneratedRegex(@"^git\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Git();

    [GeneratedRegex(@"\b(?:pytest|vitest|jest|tox|ctest|rspec|phpunit|xcodebuild\s+test|playwright\s+test|coderelay\s+check)\b
        |\b(?:dotnet|npm|pnpm|yarn|bun|npx|bunx|go|cargo|make|just|task|mvn|\./mvnw|gradle|\./gradlew|python3?|uv|poetry|hatch|nox|flutter|dart|swift|mix|rake|bundle|composer|php|deno|zig|bazel|nix|docker|pwsh|bash|sh)\b[^\n]*\b\w*(?:test|check|lint|verif|validat|analyze|typecheck)\w*",
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Check();

    [GeneratedRegex(@"^(?:\$\s*)?(?:dotnet\s+(?:build|run|format)|(?:npm|pnpm|yarn|bun)\s+run\s+\S+|(?:make|just|task)\s+\w+|cargo\s+(?:build|run)|go\s+(?:build|run|vet)|gradle\s+build|\./gradlew\s+\S+|mvn\s+\w+|swift\s+build|flutter\s+(?:run|build)|gh\s+run)\b",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Build();

    [GeneratedRegex(@"^(?:\S*[/\\])?[\w.-]+\.(?:py|sh|ps1|cmd|bat|js|mjs|ts|cs|csx|rb|pl)\b|^(?:\./|python3?\s|node\s|bash\s|pwsh\s|curl\s)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Script();
}
