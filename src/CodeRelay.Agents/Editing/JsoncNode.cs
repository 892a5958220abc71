using System.Text.Json;

namespace CodeRelay.Agents.Editing;

/// <summary>A value in a JSON text with its position, in bytes.</summary>
internal sealed class JsoncNode(JsonTokenType kind, int start)
{
    /// <summary>StartObject, StartArray or the kind of a scalar.</summary>
    public JsonTokenType Kind { get; } = kind;

    public int Start { get; } = start;

    /// <summary>The position after the last byte.</summary>
    public int End { get; set; }

    /// <summary>The value of a string, or null.</summary>
    public string? Text { get; init; }

    /// <summary>The members of an object or items of an array, in order.</summary>
    public List<JsoncChild> Children { get; } = [];

    /// <summary>For a container, the end of the last token or comment before the closing bracket.</summary>
    public int LastSolid { get; set; }

    public bool IsObject => Kind == JsonTokenType.StartObject;

    public bool IsArray => Kind == JsonTokenType.StartArray;

    /// <summary>The member of that name; the last of several, which is the effective one.</summary>
    public JsoncNode? this[string name] => Children.LastOrDefault(child => child.Name == name)?.Value;
}

/// <summary>A member of an object or an item of an array.</summary>
/// <param name="Name">The member's name, or null for an item.</param>
/// <param name="Start">The start of the name or the value.</param>
/// <param name="LeadingEnd">The end of the token or comment before it.</param>
/// <param name="Value">The value.</param>
internal sealed record JsoncChild(string? Name, int Start, int LeadingEnd, JsoncNode Value)
{
    public int End => Value.End;

    /// <summary>The position after the following comma, or null without one.</summary>
    public int? CommaEnd { get; set; }
}
