using CodeRelay.Git;

namespace CodeRelay.Analysis;

/// <summary>The severity of a rule in a file: from .editorconfig if set for that file, else from coderelay.yml, else the rule's default.</summary>
internal sealed class SeverityMap
{
    private readonly EditorConfig _editorConfig;
    private readonly Dictionary<string, Severity> _configured = new(StringComparer.Ordinal);

    /// <exception cref="ConfigurationException">The configuration names a rule that is not in the catalog.</exception>
    public SeverityMap(Repository repository, Configuration configuration, IReadOnlyList<Rule> catalog)
    {
        _editorConfig = new EditorConfig(repository);
        foreach (var setting in configuration.Rules)
        {
            var rule = catalog.FirstOrDefault(rule => rule.Info.Answers(setting.Rule)) ?? throw new ConfigurationException(
                Configuration.FileName, setting.Line, setting.Column, $"unknown rule '{setting.Rule}'; valid are the ids that `coderelay rules` lists, such as {catalog[0].Info.Id}");
            _configured[rule.Info.Id] = setting.Severity;
        }
    }

    public Severity Of(RuleInfo rule, string path)
    {
        if (_editorConfig.SeverityOf(rule.Id, path) is { } inFile)
            return inFile;
        if (_configured.TryGetValue(rule.Id, out var configured))
            return configured;
        return rule.IsPreview ? Severity.Off : rule.Severity;
    }
}
