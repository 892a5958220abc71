using CodeRelay.Analysis;
using CodeRelay.Git;
using CodeRelay.Rules.Safety;
using CodeRelay.Text;

namespace CodeRelay.Agents.Handoffs;

/// <summary>Makes an unattended handoff safe to store: masks secrets, removes hidden characters and adds a note about it.</summary>
internal sealed class HandoffRedaction(Repository repository, Configuration configuration)
{
    private const int LongestQuote = 2000;

    // More than a quote plus the longest key that starts in it: a key whose end is cut off is not recognized.
    private const int LongestRead = 64 * 1024;

    private const string Mask = "***";
    private const string HiddenCharacterRule = "RLY6003";

    private readonly List<Finding> _findings = [];
    private readonly SortedSet<string> _errors = new(StringComparer.Ordinal);
    private int _secrets;
    private bool _hadHidden;

    /// <summary>Redacts the body and adds the session's last words to it.</summary>
    public HandoffResult Apply(HandoffDraft draft, string? lastWords)
    {
        var body = Redact(draft.Body);
        if (Quote(lastWords ?? "") is { Length: > 0 } quote)
            body += $"\n\n## Reader instruction\n\nThe session's last words:\n\n{quote}";
        var redacted = draft with { Body = Note() is { } note ? Below(body, note) : body, Forced = [.. _errors] };
        return new HandoffResult(redacted, [.. redacted.Problems], _findings, IsRefused: false);
    }

    // The whole text is redacted before it is cut and quoted: a cut or quoted key is not recognized.
    // Quoted headings do not count as sections of the handoff.
    private string Quote(string message)
    {
        var text = Redact(HandoffFrame.Clean(message.Length > LongestRead ? message[..LongestRead] : message)).Trim();
        if (text.Length == 0)
            return "";
        if (text.Length > LongestQuote)
            text = text[..(LongestQuote - 1)] + "…";
        return string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? ">" : "> " + line));
    }

    private string Redact(string text)
    {
        var findings = HandoffCheck.RunUnattended(repository, configuration, text);
        if (findings.Any(finding => finding.Rule.Id == HiddenCharacterRule))
        {
            _hadHidden = true;
            // A hidden character inside a secret would prevent its recognition.
            text = HiddenCharacters.Remove(text);
            findings = HandoffCheck.RunUnattended(repository, configuration, text);
        }

        _findings.AddRange(findings);
        _errors.UnionWith(findings.Where(finding => finding.Severity == Severity.Error && !finding.IsSensitive).Select(finding => finding.Rule.Id));
        return WithoutSecrets(text, [.. findings.Where(finding => finding.IsSensitive).Select(finding => finding.Range)]);
    }

    private string WithoutSecrets(string text, List<TextRange> secrets)
    {
        _secrets += secrets.Count;
        var source = SourceText.From(text);
        secrets.Sort((one, other) => (other.Line, other.Column).CompareTo((one.Line, one.Column)));
        foreach (var range in secrets)
        {
            var start = source.LineStart(range.Line) + range.Column - 1;
            var end = source.LineStart(range.EndLine) + range.EndColumn - 1;
            text = $"{text.AsSpan(0, start)}{Mask}{text.AsSpan(end)}";
        }

        return text;
    }

    private string? Note() => (_secrets, _hadHidden) switch
    {
        (0, false) => null,
        (0, true) => "> coderelay removed hidden characters from this handoff.",
        (_, false) => $"> {Masked()}",
        _ => $"> {Masked()} It removed hidden characters too.",
    };

    private string Masked() =>
        $"coderelay masked {(_secrets == 1 ? "1 secret" : $"{_secrets} secrets")} in this handoff (`{Mask}`) and did not store {(_secrets == 1 ? "it" : "them")}: revoke what a session printed, and ask where it is kept.";

    // Below the title, which every reader gets to see.
    private static string Below(string body, string note)
    {
        var end = body.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? $"{body}\n\n{note}" : $"{body[..end]}\n\n{note}\n{body[end..]}";
    }
}
