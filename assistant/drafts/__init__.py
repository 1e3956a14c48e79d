"""From a suggestion to a call: call sheet, first message, meeting grid, convention, roadmap, handover, sources kept."""
