using System.Text.RegularExpressions;
using CodeRelay.Documents;

namespace CodeRelay.Rules.References;

/// <summary>The other repositories in a text, whose content cannot be looked up here.</summary>
internal sealed partial class ForeignRepositories
{
    private readonly Document _document;
    private readonly HashSet<string> _names;
    private readonly Dictionary<Block, bool> _saysRepository = [];
    private readonly Dictionary<Block, bool> _isSubject = [];
    private readonly Dictionary<string, bool> _folders = new(StringComparer.Ordinal);

    /// <param name="document">The document.</param>
    /// <param name="ownName">The name of this repository's directory.</param>
    public ForeignRepositories(Document document, string ownName)
    {
        _document = document;
        _names = Address().Matches(document.Text.Content).Select(match => match.Groups["name"].Value)
            .Select(name => name.EndsWith(".git", StringComparison.Ordinal) ? name[..^4] : name)
            .Where(name => name.Length > 2 && !name.Equals(ownName, StringComparison.OrdinalIgnoreCase)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>True when the text places a folder that this repository does not have in another one.</summary>
    public bool Has(string folder) => Known(_folders, folder, () =>
        _names.Contains(folder) || _document.Blocks.Any(block => block.Text.Contains(folder, StringComparison.Ordinal) && SaysRepository(block)));

    /// <summary>True when a block is about another repository.</summary>
    public bool IsSubjectOf(Block block) => Known(_isSubject, block, () =>
        SaysRepository(block) || _names.Any(name => block.Text.Contains(name, StringComparison.Ordinal)));

    private bool SaysRepository(Block block) => Known(_saysRepository, block, () => Word().IsMatch(block.Text));

    // Cached, since a block may contain a thousand paths, each of which needs the answer.
    private static bool Known<TKey>(Dictionary<TKey, bool> answers, TKey about, Func<bool> find)
        where TKey : notnull
    {
        if (!answers.TryGetValue(about, out var answer))
            answers[about] = answer = find();
        return answer;
    }

    [GeneratedRegex(@"(?:github|gitlab|bitbucket|codeberg|gitee|dev\.azure)[\w.]*[:/](?:[\w.-]+/)+(?<name>[\w.-]*\w)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<!\b(?:this|the|our|your|same|whole)\s)\b(?:repo|repos|repository|repositories|submodule|fork|upstream|workspace\ssibling|dépôt|repositorio|репозитор\w+|репо)\b(?!\s(?:root|state|status|structure|layout))|(?<!本)仓库|(?<!この|本)リポジトリ|저장소", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
