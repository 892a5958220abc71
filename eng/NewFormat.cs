namespace CodeRelay.Eng;

/// <summary>An output format: the class and its line in FormatCatalog. The golden file is written by the first test run.</summary>
internal static class NewFormat
{
    /// <param name="name">In Pascal case, such as JUnit.</param>
    public static NewFiles Create(string name)
    {
        _ = Name.Kebab(name);
        return new NewFiles()
            .Add($"src/CodeRelay/Formats/{name}Format.cs", Class(name))
            .AddLine("src/CodeRelay/Formats/FormatCatalog.cs", $"new {name}Format(),", "new ", isSorted: false);
    }

    private static string Class(string name) =>
        $$"""
        using CodeRelay.Analysis;
        using CodeRelay.Text;

        namespace CodeRelay.Formats;

        /// <summary>What reads it, and where its definition is.</summary>
        internal sealed class {{name}}Format : LineFormat
        {
            public override string Name => "{{name.ToLowerInvariant()}}";

            public override string Summary => "what reads it, lower case, no final stop";

            protected override void Write(AnalysisResult result, FormatOptions options, TextWriter output)
            {
                foreach (var finding in result.Findings)
                    output.WriteLine($"{VisibleText.OfLine(finding.File)}:{finding.Range.Line}: {finding.Severity.Word()} {finding.Rule.Id}: {VisibleText.OfLine(finding.Message)}");
            }
        }

        """;
}
