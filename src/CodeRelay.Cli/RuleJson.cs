using System.Text.Json;
using CodeRelay.Analysis;
using CodeRelay.Formats;
using CodeRelay.Rules;

namespace CodeRelay.Cli;

/// <summary>How a rule is written in the JSON of `rules` and `explain`.</summary>
internal static class RuleJson
{
    /// <summary>Writes `coderelay/explain/1`: a rule with its page.</summary>
    public static void WritePage(Utf8JsonWriter json, Rule rule)
    {
        json.WriteStartObject();
        json.WriteString("schema", "coderelay/explain/1");
        Write(json, rule.Info);
        json.WriteString("page", RuleCatalog.PageOf(rule));
        json.WriteEndObject();
    }

    /// <summary>Writes the members of a rule into the object that is open.</summary>
    public static void Write(Utf8JsonWriter json, RuleInfo rule)
    {
        json.WriteString("id", rule.Id);
        json.WriteString("name", rule.Name);
        json.WriteString("area", rule.Area.ToString());
        json.WriteString("summary", rule.Summary);
        json.WriteString("severity", rule.Severity.Word());
        json.WriteBoolean("preview", rule.IsPreview);
        json.WriteString("fix", rule.Fix.Word());
        if (rule.NoFix.Length > 0)
            json.WriteString("noFix", rule.NoFix);
        json.WriteString("help", rule.HelpUri.AbsoluteUri);
    }
}
