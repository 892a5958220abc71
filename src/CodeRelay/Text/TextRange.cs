namespace CodeRelay.Text;

/// <summary>A range of text: 1-based lines and columns in UTF-16 units, the end exclusive, as in Roslyn and SARIF.</summary>
public readonly record struct TextRange(int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The last line with text of the range.</summary>
    public int LastLine => EndColumn == 1 && EndLine > Line ? EndLine - 1 : EndLine;

    public bool ContainsLine(int line) => line >= Line && line <= LastLine;

    public override string ToString() => $"{Line}:{Column}-{EndLine}:{EndColumn}";
}
