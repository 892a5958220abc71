using System.Text.Json;

namespace CodeRelay.Agents.Editing;

/// <summary>A value of a JSON text and where it stands, in bytes.</summary>
internal sealed class JsoncNode(JsonTokenType kind, int start)
{
    /// <summary>StartObject, StartArray or the kind of a scalar.</summary>
    public JsonTokenType Kind { get; } = kind;

    public int Start { get; } = start;

    /// <summary>Behind the last byte.</summary>
    public int End { get; set; }

    /// <summary>The value of a string, or null.</summary>
    public string? Text { get; init; }

    /// <summary>Members of an object or items of an array, in their order.</summary>
    public List<JsoncChild> Children { get; } = [];

    /// <summary>In a container, where the last token or comment before the closing bracket ends.</summary>
    public int LastSolid { get; set; }

    public bool IsObject => Kind == JsonTokenType.StartObject;

    public bool IsArray => Kind == JsonTokenType.StartArray;

    /// <summary>The member of that name; of several the last one, which is the one that counts.</summary>
    public JsoncNode? this[string name] => Children.LastOrDefault(child => child.Name == name)?.Value;
}

/// <summary>A member of an object or an item of an array.</summary>
/// <param name="Name">The member's name, or null for an item.</param>
/// <param name="Start">Where the name or the value begins.</param>
/// <param name="LeadingEnd">Where the token or comment before it ends.</param>
/// <param name="Value">The value.</param>
internal sealed record JsoncChild(string? Name, int Start, int LeadingEnd, JsoncNode Value)
{
    public int End => Value.End;

    /// <summary>Behind the comma that follows, or null when none does.</summary>
    public int? CommaEnd { get; set; }
}
