"""Where clusters are: the regions of today, the old ones they come from, who neighbours whom, distances.

Old regions and departments follow the law of 16 January 2015 (thirteen metropolitan regions from 2016).
Coordinates are those of the town halls, rounded to a hundredth of a degree (about 1 km).
"""

import re
from math import asin, cos, radians, sin, sqrt

from assistant.clusters.names import normalized

NATIONAL = "national"

NEIGHBOURS: dict[str, frozenset[str]] = {
    "Auvergne-Rhône-Alpes": frozenset(
        {
            "Bourgogne-Franche-Comté",
            "Centre-Val de Loire",
            "Nouvelle-Aquitaine",
            "Occitanie",
            "Provence-Alpes-Côte d'Azur",
        }
    ),
    "Bourgogne-Franche-Comté": frozenset({"Auvergne-Rhône-Alpes", "Centre-Val de Loire", "Grand Est", "Île-de-France"}),
    "Bretagne": frozenset({"Normandie", "Pays de la Loire"}),
    "Centre-Val de Loire": frozenset(
        {
            "Auvergne-Rhône-Alpes",
            "Bourgogne-Franche-Comté",
            "Île-de-France",
            "Normandie",
            "Nouvelle-Aquitaine",
            "Pays de la Loire",
        }
    ),
    "Corse": frozenset({"Provence-Alpes-Côte d'Azur"}),
    "Grand Est": frozenset({"Bourgogne-Franche-Comté", "Hauts-de-France", "Île-de-France"}),
    "Hauts-de-France": frozenset({"Grand Est", "Île-de-France", "Normandie"}),
    "Île-de-France": frozenset(
        {"Bourgogne-Franche-Comté", "Centre-Val de Loire", "Grand Est", "Hauts-de-France", "Normandie"}
    ),
    "Normandie": frozenset({"Bretagne", "Centre-Val de Loire", "Hauts-de-France", "Île-de-France", "Pays de la Loire"}),
    "Nouvelle-Aquitaine": frozenset({"Auvergne-Rhône-Alpes", "Centre-Val de Loire", "Occitanie", "Pays de la Loire"}),
    "Occitanie": frozenset({"Auvergne-Rhône-Alpes", "Nouvelle-Aquitaine", "Provence-Alpes-Côte d'Azur"}),
    "Pays de la Loire": frozenset({"Bretagne", "Centre-Val de Loire", "Normandie", "Nouvelle-Aquitaine"}),
    "Provence-Alpes-Côte d'Azur": frozenset({"Auvergne-Rhône-Alpes", "Corse", "Occitanie"}),
    "Guadeloupe": frozenset({"Martinique"}),
    "Martinique": frozenset({"Guadeloupe"}),
    "Guyane": frozenset(),
    "La Réunion": frozenset({"Mayotte"}),
    "Mayotte": frozenset({"La Réunion"}),
    "Polynésie française": frozenset(),
}

_FORMER_REGIONS = {
    "Auvergne-Rhône-Alpes": ("Auvergne", "Rhône-Alpes", "AURA", "Région AuRA"),
    "Bourgogne-Franche-Comté": ("Bourgogne", "Franche-Comté", "BFC"),
    "Centre-Val de Loire": ("Centre", "Région Centre"),
    "Grand Est": ("Alsace", "Lorraine", "Champagne-Ardenne", "Champagne"),
    "Hauts-de-France": ("Nord-Pas-de-Calais", "Picardie", "Nord Pas de Calais Picardie"),
    "Île-de-France": ("IDF", "Région parisienne"),
    "Normandie": ("Basse-Normandie", "Haute-Normandie"),
    "Nouvelle-Aquitaine": ("Aquitaine", "Limousin", "Poitou-Charentes"),
    "Occitanie": ("Languedoc-Roussillon", "Languedoc", "Midi-Pyrénées"),
    "Provence-Alpes-Côte d'Azur": ("PACA", "Région Sud", "Sud", "Provence", "Côte d'Azur"),
    "La Réunion": ("Réunion",),
    "Polynésie française": ("Polynésie", "Tahiti"),
}

_REGION_BY_NAME = {normalized(region): region for region in NEIGHBOURS} | {
    normalized(former): region for region, formers in _FORMER_REGIONS.items() for former in formers
}

# Names that are everyday words too, as they must be written to mean the region.
_REUNION = "R(?:é|É|e|E)(?:union|UNION)"
_EVERYDAY = {
    "centre": "(?:en|EN) C(?:entre|ENTRE)",
    "sud": "(?:en|EN) S(?:ud|UD)",
    "reunion": _REUNION,
    "la reunion": _REUNION,
}

_IN_REGION = {
    "Centre-Val de Loire": "dans le Centre-Val de Loire",
    "Grand Est": "dans le Grand Est",
    "Hauts-de-France": "dans les Hauts-de-France",
    "La Réunion": "à La Réunion",
    "Pays de la Loire": "dans les Pays de la Loire",
    NATIONAL: "à l’échelle nationale",
}

# How one writes « the Conseil régional of … »; three territories have another assembly.
_COUNCILS = {
    "Auvergne-Rhône-Alpes": "Conseil régional d’Auvergne-Rhône-Alpes",
    "Bourgogne-Franche-Comté": "Conseil régional de Bourgogne-Franche-Comté",
    "Bretagne": "Conseil régional de Bretagne",
    "Centre-Val de Loire": "Conseil régional du Centre-Val de Loire",
    "Corse": "Collectivité de Corse",
    "Grand Est": "Conseil régional du Grand Est",
    "Hauts-de-France": "Conseil régional des Hauts-de-France",
    "Île-de-France": "Conseil régional d’Île-de-France",
    "Normandie": "Conseil régional de Normandie",
    "Nouvelle-Aquitaine": "Conseil régional de Nouvelle-Aquitaine",
    "Occitanie": "Conseil régional d’Occitanie",
    "Pays de la Loire": "Conseil régional des Pays de la Loire",
    "Provence-Alpes-Côte d'Azur": "Conseil régional de Provence-Alpes-Côte d’Azur",
    "Guadeloupe": "Conseil régional de la Guadeloupe",
    "Martinique": "Collectivité territoriale de Martinique",
    "La Réunion": "Conseil régional de La Réunion",
    "Polynésie française": "Gouvernement de la Polynésie française",
}

# Latitude, longitude.
_CITIES: dict[str, tuple[float, float]] = {
    "Aix-en-Provence": (43.53, 5.45),
    "Alixan": (44.97, 5.03),
    "Amiens": (49.89, 2.30),
    "Angers": (47.47, -0.55),
    "Annecy": (45.90, 6.13),
    "Auzeville-Tolosane": (43.53, 1.48),
    "Avignon": (43.95, 4.81),
    "Bègles": (44.81, -0.55),
    "Besançon": (47.24, 6.02),
    "Bidart": (43.44, -1.59),
    "Bordeaux": (44.84, -0.58),
    "Bouguenais": (47.18, -1.62),
    "Boulogne-sur-Mer": (50.73, 1.61),
    "Brest": (48.39, -4.49),
    "Caen": (49.18, -0.37),
    "Chalon-sur-Saône": (46.78, 4.85),
    "Chambéry": (45.57, 5.92),
    "Chartres": (48.45, 1.48),
    "Châteauroux": (46.81, 1.69),
    "Cognac": (45.70, -0.33),
    "Colombelles": (49.20, -0.30),
    "Dax": (43.71, -1.05),
    "Dijon": (47.32, 5.04),
    "Écully": (45.77, 4.78),
    "Épinal": (48.17, 6.45),
    "Étupes": (47.51, 6.86),
    "Gradignan": (44.77, -0.61),
    "Grasse": (43.66, 6.92),
    "Grenoble": (45.19, 5.72),
    "Illkirch-Graffenstaden": (48.53, 7.72),
    "Lannion": (48.73, -3.46),
    "Laon": (49.56, 3.62),
    "Lille": (50.63, 3.07),
    "Limoges": (45.83, 1.26),
    "Loos-en-Gohelle": (50.46, 2.79),
    "Lyon": (45.76, 4.84),
    "Marseille": (43.30, 5.37),
    "Metz": (49.12, 6.18),
    "Montpellier": (43.61, 3.88),
    "Nancy": (48.69, 6.18),
    "Nantes": (47.22, -1.55),
    "Orléans": (47.90, 1.90),
    "Oyonnax": (46.26, 5.66),
    "Paris": (48.86, 2.35),
    "Paris-Saclay": (48.71, 2.17),
    "Pau": (43.30, -0.37),
    "Perpignan": (42.70, 2.90),
    "Pessac": (44.81, -0.63),
    "Poitiers": (46.58, 0.34),
    "Rennes": (48.11, -1.68),
    "Rouen": (49.44, 1.10),
    "Saint-Beauzire": (45.85, 3.18),
    "Saint-Étienne": (45.44, 4.39),
    "Saint-Étienne-du-Rouvray": (49.38, 1.10),
    "Saint-Nazaire": (47.27, -2.21),
    "Solaize": (45.64, 4.84),
    "Soorts-Hossegor": (43.66, -1.40),
    "Sophia Antipolis": (43.62, 7.05),
    "Strasbourg": (48.58, 7.75),
    "Talence": (44.81, -0.59),
    "Toulon": (43.12, 5.93),
    "Toulouse": (43.60, 1.44),
    "Tourcoing": (50.72, 3.16),
    "Tours": (47.39, 0.69),
    "Valenciennes": (50.36, 3.52),
    "Villefranche-sur-Saône": (45.99, 4.72),
    "Villenave-d'Ornon": (44.78, -0.57),
}
_CITY_BY_NAME = {normalized(city): place for city, place in _CITIES.items()}


def in_region(region: str) -> str:
    """« en Bretagne », « dans le Grand Est », « à l’échelle nationale »."""
    return _IN_REGION.get(region, f"en {region}")


def other_names(region: str) -> tuple[str, ...]:
    """Old regions that are part of a region, and other names it goes by."""
    return _FORMER_REGIONS.get(region, ())


def regions_in(text: str) -> frozenset[str]:
    """The regions that a text names, by today's or another name; « centre », « sud » and « réunion » in small letters are
    everyday words."""
    words = f" {normalized(text)} "
    found = {name: region for name, region in _REGION_BY_NAME.items() if f" {name} " in words}
    everyday = {name for name in _EVERYDAY if not re.search(rf"\b{_EVERYDAY[name]}\b", text)}
    return frozenset(region for name, region in found.items() if name not in everyday)


def region_of(name: str) -> str | None:
    """Today's region for a name typed by a person, an old region included; null when it is not a region."""
    return _REGION_BY_NAME.get(normalized(name))


def are_neighbours(one: str, other: str) -> bool:
    """True when the two regions share a border (Corse counts as next to Provence-Alpes-Côte d'Azur)."""
    return other in NEIGHBOURS.get(one, frozenset())


def council_of(region: str) -> str | None:
    """The name of the regional assembly, null outside the vocabulary."""
    return _COUNCILS.get(region)


def distance_km(one: str, other: str) -> float | None:
    """As the crow flies, by the haversine formula on a sphere of 6,371 km; null when a city is not known."""
    start, end = _CITY_BY_NAME.get(normalized(one)), _CITY_BY_NAME.get(normalized(other))
    if start is None or end is None:
        return None
    (lat1, lon1), (lat2, lon2) = (tuple(radians(angle) for angle in place) for place in (start, end))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * asin(sqrt(half))
