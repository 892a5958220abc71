namespace CodeRelay.Templates.Tests;

/// <summary>One row of the matrix: a template with options. Its golden list is Golden/(Name).txt.</summary>
public sealed record TemplateCase(string Name, string Template, params string[] Options)
{
    public override string ToString() => Name;
}
