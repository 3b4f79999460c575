// Places are looked up by the country and the province that they are in.

CREATE INDEX place_country_index IF NOT EXISTS FOR (n:Place) ON (n.country);
CREATE INDEX place_province_index IF NOT EXISTS FOR (n:Place) ON (n.province);
